package io.fastsocket.http;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.PluginInfo;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is running at one moment.
 *
 * @param version the product's version
 * @param started when the process started
 * @param now the moment
 * @param address where Socket.IO is spoken; empty if no transport is running
 * @param connections connections open
 * @param plugins the plugins; empty if no deployer is running
 * @param events the events handled; empty if no registry is running
 */
record Snapshot(
        String version,
        Instant started,
        Instant now,
        Optional<InetSocketAddress> address,
        int connections,
        Optional<List<PluginInfo>> plugins,
        Optional<List<EventInfo>> events) {}

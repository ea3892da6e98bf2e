package io.fastsocket.http;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.StreamInfo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is running at one moment, as far as anyone may know it: nothing of who is connected.
 *
 * @param version the product's version
 * @param started when the process started
 * @param now the moment
 * @param address where Socket.IO is spoken; empty if no transport is running
 * @param connections connections open
 * @param namespaces those that anybody is in
 * @param plugins the plugins; empty if no deployer is running
 * @param events the events handled; empty if no registry is running
 * @param streams the streams; empty if no registry is running
 * @param limits what clients may not exceed; empty if no transport that counts is running
 * @param pages what else there is to look at
 */
record Snapshot(
        String version,
        Instant started,
        Instant now,
        Optional<SocketIoAddress> address,
        int connections,
        List<NamespaceCount> namespaces,
        Optional<List<PluginInfo>> plugins,
        Optional<List<EventInfo>> events,
        Optional<List<StreamInfo>> streams,
        Optional<List<LimitInfo>> limits,
        List<PageLink> pages) {

    Duration uptime() {
        return Duration.between(started, now);
    }
}

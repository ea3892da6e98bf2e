package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.server.ServerProcess;

import java.time.Duration;

/**
 * Where and how long a scenario runs.
 *
 * @param server the server
 * @param raw whether it only sends back what it is sent
 * @param warmUp how long at most before anything counts
 * @param measured how long then
 */
public record Setting(ServerProcess server, boolean raw, Duration warmUp, Duration measured) {}

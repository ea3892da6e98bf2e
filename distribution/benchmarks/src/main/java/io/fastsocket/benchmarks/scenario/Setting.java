package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.server.ServerProcess;

import java.time.Duration;

/**
 * Where and how long a scenario runs.
 *
 * @param server the server
 * @param raw whether it only sends back what it is sent
 * @param cold whether the server has had no load yet
 * @param warmUp how long at most before anything counts
 * @param measured how long then
 */
public record Setting(
        ServerProcess server, boolean raw, boolean cold, Duration warmUp, Duration measured) {}

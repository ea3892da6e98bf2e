package io.fastsocket.benchmarks.report;

/**
 * How results came about.
 *
 * @param date in UTC
 * @param machine in words
 * @param cores which were used for what
 * @param command that was typed
 * @param rounds how often each server was started
 * @param warmUp seconds
 * @param seconds that counted
 */
public record Circumstances(
        String date,
        String machine,
        String cores,
        String command,
        int rounds,
        int warmUp,
        int seconds) {}

package io.fastsocket.spi.dispatch;

import java.time.Duration;

/**
 * How a handler of one event has done.
 *
 * @param calls that have ended since it came into service
 * @param failed of those, by an exception or by their time limit; not errors of the plugin's own
 *     numbers, nor refused payloads
 * @param violations arguments and acknowledgements that its contract does not allow
 * @param timed calls that have ended in the last minute or two
 * @param slow of those, calls that took longer than was asked for, to within an eighth
 * @param p99 what 99 of 100 of those took at most; zero without calls
 */
public record EventFigures(
        long calls, long failed, long violations, long timed, long slow, Duration p99) {}

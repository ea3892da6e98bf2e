package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Tally;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.Map;

/**
 * What one run of a scenario brought.
 *
 * @param messages that came while it was measured
 * @param cpu the server's processor time meanwhile
 * @param wall the time meanwhile
 * @param latency in nanoseconds
 * @param figures others, by name
 * @param tally what was right and wrong, all of the time
 */
public record Outcome(
        long messages,
        Duration cpu,
        Duration wall,
        Histogram latency,
        Map<String, Double> figures,
        Tally tally) {

    /** The server's resident memory at the end, in MB of 1,000,000 bytes. */
    public static final String RSS = "rss";

    /** Growth of resident memory for each connection, in kB of 1,000 bytes. */
    public static final String PER_CONNECTION = "kB per connection";

    /** Growth of resident memory, in MB of 1,000,000 bytes. */
    public static final String GROWTH = "MB more";

    /** 1 if the slow consumer was closed, else 0. */
    public static final String SLOW_CLOSED = "slow one closed";

    /** p99 with the disturbance, by p99 without. */
    public static final String TIMES = "times p99";

    /** p99 without the disturbance, in nanoseconds. */
    public static final String CALM = "calm p99";

    /**
     * Messages per second of processor time.
     *
     * @return NaN if that is not what was measured
     */
    public double rate() {
        return messages == 0 || cpu.isZero() ? Double.NaN : messages * 1e9 / cpu.toNanos();
    }

    /**
     * The share of a core that the server used.
     *
     * @return 1 for all of it
     */
    public double busy() {
        return cpu.toNanos() / (double) Math.max(1, wall.toNanos());
    }
}

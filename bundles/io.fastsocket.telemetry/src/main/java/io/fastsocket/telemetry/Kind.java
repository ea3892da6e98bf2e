package io.fastsocket.telemetry;

import java.util.Locale;

/** What the figures of a family are. */
enum Kind {
    /** It only grows, and begins anew at 0 with what it counts. */
    COUNTER("_total"),
    /** It is as it is at the moment. */
    GAUGE(""),
    /** Always 1: its labels say something. */
    INFO("_info"),
    /** Quantiles of the last while, and how many there were altogether, or what they add up to. */
    SUMMARY("");

    private final String suffix;

    Kind(String suffix) {
        this.suffix = suffix;
    }

    /** What the names of its samples have behind the family's name. */
    String suffix() {
        return suffix;
    }

    /** As OpenMetrics has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

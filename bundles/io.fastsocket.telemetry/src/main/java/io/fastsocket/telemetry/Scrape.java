package io.fastsocket.telemetry;

import java.util.Collection;
import java.util.TreeMap;

/** The figures of one moment, by the names of their families. Used by one thread. */
final class Scrape {

    private final TreeMap<String, Family> families = new TreeMap<>();

    /** All families, by name. */
    Collection<Family> families() {
        return families.values();
    }

    /** Families that are there even if they have no figures now. */
    void declare(Metric... metrics) {
        for (Metric metric : metrics) {
            family(metric);
        }
    }

    private Family family(Metric metric) {
        return families.computeIfAbsent(metric.name(), name -> new Family(metric));
    }

    /**
     * Adds a counter, a gauge or an info.
     *
     * @param metric its family
     * @param value the figure; those with the same labels are added up
     * @param labels the labels' values
     */
    void add(Metric metric, Number value, String... labels) {
        family(metric).add(metric.kind().suffix(), value, null, labels);
    }

    /** What part of a summary's calls took at most; NaN if there were none. */
    void quantile(Metric metric, String quantile, Number value, String... labels) {
        family(metric).add("", value, quantile, labels);
    }

    /** How many a summary is of. */
    void count(Metric metric, Number value, String... labels) {
        family(metric).add("_count", value, null, labels);
    }

    /** What a summary adds up to. */
    void sum(Metric metric, Number value, String... labels) {
        family(metric).add("_sum", value, null, labels);
    }
}

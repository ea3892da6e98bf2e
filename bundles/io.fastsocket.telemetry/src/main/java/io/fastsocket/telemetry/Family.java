package io.fastsocket.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The figures of one family at one moment. Used by one thread. */
final class Family {

    private final Metric metric;

    /** By what stands before them: what is added to the name, and the labels. */
    private final Map<String, Number> samples = new LinkedHashMap<>();

    Family(Metric metric) {
        this.metric = metric;
    }

    Metric metric() {
        return metric;
    }

    Map<String, Number> samples() {
        return samples;
    }

    /**
     * Adds a figure; to one with the same labels, since no two samples may have those. Of quantiles
     * with the same labels the largest stays.
     *
     * @param suffix what is added to the family's name
     * @param value the figure
     * @param quantile of a summary; null for another figure
     * @param labels the labels' values, in the order of their names
     */
    void add(String suffix, Number value, String quantile, String... labels) {
        BinaryOperator<Number> both = quantile == null ? Family::sum : Family::slower;
        samples.merge(suffix + labels(quantile, labels), value, both);
    }

    /** Quantiles cannot be put together; NaN is none. */
    private static Number slower(Number one, Number other) {
        if (Double.isNaN(one.doubleValue())) {
            return other;
        }
        return other.doubleValue() > one.doubleValue() ? other : one;
    }

    private static Number sum(Number one, Number other) {
        if (one instanceof Double || other instanceof Double) {
            return one.doubleValue() + other.doubleValue();
        }
        return one.longValue() + other.longValue();
    }

    private String labels(String quantile, String... values) {
        if (values.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric.name() + " has labels " + metric.labels());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            append(text, metric.labels().get(i), values[i]);
        }
        if (quantile != null) {
            append(text, "quantile", quantile);
        }
        return text.isEmpty() ? "" : text.append('}').toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(text.isEmpty() ? '{' : ',').append(name).append("=\"");
        text.append(Exposition.escaped(value, true)).append('"');
    }
}

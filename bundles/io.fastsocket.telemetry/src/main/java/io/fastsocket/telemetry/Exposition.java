package io.fastsocket.telemetry;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * Writes metrics as text: Prometheus' text format 0.0.4, or OpenMetrics 1.0, which differ in how
 * families of counters and infos are named, in units, and in the last line.
 */
final class Exposition {

    private final StringBuilder text = new StringBuilder(16_384);
    private final Format format;

    private Exposition(Format format) {
        this.format = format;
    }

    static String of(Collection<Family> families, Format format) {
        Exposition exposition = new Exposition(format);
        families.forEach(exposition::family);
        if (format == Format.OPEN_METRICS) {
            exposition.text.append("# EOF\n");
        }
        return exposition.text.toString();
    }

    private void family(Family family) {
        Metric metric = family.metric();
        boolean open = format == Format.OPEN_METRICS;
        String name = metric.name() + (open ? "" : metric.kind().suffix());
        Kind kind = !open && metric.kind() == Kind.INFO ? Kind.GAUGE : metric.kind();
        line("# HELP", name, escaped(metric.help(), open));
        line("# TYPE", name, kind.toString());
        if (open && !metric.unit().isEmpty()) {
            line("# UNIT", name, metric.unit());
        }
        family.samples()
                .forEach(
                        (sample, value) ->
                                text.append(metric.name())
                                        .append(sample)
                                        .append(' ')
                                        .append(number(value))
                                        .append('\n'));
    }

    private void line(String keyword, String name, String rest) {
        text.append(keyword).append(' ').append(name).append(' ').append(rest).append('\n');
    }

    static String number(Number value) {
        if (!(value instanceof Double real)) {
            return value.toString();
        }
        if (real.isInfinite()) {
            return real > 0 ? "+Inf" : "-Inf";
        }
        return real.isNaN() ? "NaN" : BigDecimal.valueOf(real).toPlainString();
    }

    /**
     * A text within a line.
     *
     * @param value the text
     * @param quotes whether quotation marks are escaped too: in labels, and in all of OpenMetrics
     */
    static String escaped(String value, boolean quotes) {
        String text = value.replace("\\", "\\\\").replace("\n", "\\n");
        return quotes ? text.replace("\"", "\\\"") : text;
    }
}

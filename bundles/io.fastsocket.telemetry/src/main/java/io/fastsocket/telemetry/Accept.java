package io.fastsocket.telemetry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which text a reader wants, by its {@code Accept} headers (RFC 9110 §12.5.1): OpenMetrics if it is
 * named and weighs no less than Prometheus' text, or weighs more. Who accepts neither gets
 * Prometheus' text all the same, as from other servers.
 */
final class Accept {

    private static final int ANY = 0;
    private static final int TYPE = 1;
    private static final int NAMED = 2;
    private static final int NAMED_VERSION = 3;
    private static final Match NONE = new Match(-1, 0);

    /**
     * One of the types that are accepted.
     *
     * @param type such as {@code text/plain}, with asterisks perhaps
     * @param version its parameter of that name; empty without
     * @param weight from 0, which means that it is not, to 1
     */
    private record Range(String type, String version, double weight) {

        /** How exactly it means the format; negative if it does not. */
        int meaning(Format format) {
            if (type.equals("*/*")) {
                return ANY;
            }
            if (type.equals(format.type().replaceFirst("/.*", "/*"))) {
                return TYPE;
            }
            if (!type.equals(format.type())) {
                return -1;
            }
            if (version.isEmpty()) {
                return NAMED;
            }
            return version.equals(format.version()) ? NAMED_VERSION : -1;
        }
    }

    private record Match(int meaning, double weight) {}

    private Accept() {}

    /**
     * Chooses.
     *
     * @param headers each may name several types; empty if there are none
     */
    static Format of(Collection<String> headers) {
        List<Range> ranges = new ArrayList<>();
        for (String header : headers) {
            for (String range : header.split(",")) {
                read(range, ranges);
            }
        }
        Match text = match(Format.TEXT, ranges);
        Match open = match(Format.OPEN_METRICS, ranges);
        boolean named = open.meaning() >= NAMED && open.weight() > 0;
        return open.weight() > text.weight() || (named && open.weight() == text.weight())
                ? Format.OPEN_METRICS
                : Format.TEXT;
    }

    /** The most exact counts. */
    private static Match match(Format format, List<Range> ranges) {
        Match best = NONE;
        for (Range range : ranges) {
            int meaning = range.meaning(format);
            if (meaning > best.meaning()
                    || (meaning == best.meaning() && range.weight() > best.weight())) {
                best = new Match(meaning, range.weight());
            }
        }
        return best;
    }

    /** A range whose weight cannot be read is none. */
    private static void read(String text, List<Range> ranges) {
        String[] parts = text.toLowerCase(Locale.ROOT).split(";");
        String version = "";
        double weight = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            String value = parameter.replaceFirst("^[^=]*=", "").replace("\"", "").strip();
            if (parameter.startsWith("version=")) {
                version = value;
            } else if (parameter.startsWith("q=")) {
                if (!value.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
                    return;
                }
                weight = Double.parseDouble(value);
            }
        }
        ranges.add(new Range(parts[0].strip(), version, weight));
    }
}

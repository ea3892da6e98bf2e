package io.fastsocket.itests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads metrics as strictly as their formats are: Prometheus' text 0.0.4, and OpenMetrics 1.0.
 * Throws an AssertionError with the line that is wrong.
 */
final class MetricsText {

    private static final Pattern META = Pattern.compile("# (HELP|TYPE|UNIT) ([a-z_]+) (.+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(\\{.+})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-z][a-z_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Pattern NUMBER = Pattern.compile("NaN|[+-]Inf|-?\\d+(\\.\\d+)?");
    private static final Pattern QUANTILE = Pattern.compile("0(\\.\\d+)?|1(\\.0)?");

    /** A family: what is said of it, and its samples, by names of samples and labels. */
    record Family(String name, String type, String help, String unit, Map<Sample, Double> samples) {

        Set<String> labels() {
            Set<String> names = new HashSet<>();
            samples.keySet().forEach(sample -> names.addAll(sample.labels().keySet()));
            names.remove("quantile");
            return names;
        }
    }

    /** The name of a figure, and its labels. */
    record Sample(String name, Map<String, String> labels) {

        private Map<String, String> ofWhat() {
            Map<String, String> others = new TreeMap<>(labels);
            others.remove("quantile");
            return others;
        }
    }

    private final boolean open;
    private final Map<String, Family> families = new LinkedHashMap<>();
    private Family current;
    private Sample last;

    private MetricsText(boolean open) {
        this.open = open;
    }

    /** Families by name; names of counters as the format has them. */
    static Map<String, Family> parse(String text, boolean open) {
        MetricsText parser = new MetricsText(open);
        if (!text.endsWith("\n") || text.contains("\r") || text.contains("\n\n")) {
            throw new AssertionError("lines end in \\n, and none is empty");
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n")));
        if (open && !lines.removeLast().equals("# EOF")) {
            throw new AssertionError("the last line is not # EOF");
        }
        for (String line : lines) {
            try {
                parser.line(line);
            } catch (IllegalArgumentException e) {
                throw new AssertionError(e.getMessage() + ": " + line, e);
            }
        }
        return parser.families;
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            meta(match(META, line));
        } else {
            sample(match(SAMPLE, line));
        }
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        check(matcher.matches(), "is not " + pattern);
        return matcher;
    }

    private void meta(Matcher line) {
        String keyword = line.group(1);
        String name = line.group(2);
        if (keyword.equals("HELP")) {
            check(!families.containsKey(name), "a family is in two places");
            current = new Family(name, "", line.group(3), "", new LinkedHashMap<>());
            String quote = open ? "\"" : "";
            check(
                    line.group(3).matches("(?:[^\\\\" + quote + "]|\\\\[\\\\n" + quote + "])*"),
                    "is not escaped");
        } else {
            check(name.equals(current.name()) && current.samples().isEmpty(), "comes too late");
            boolean type = keyword.equals("TYPE");
            check((type ? current.type() : current.unit()).isEmpty(), "stands twice");
            current = type ? typed(line.group(3)) : inUnit(line.group(3));
        }
        families.put(name, current);
    }

    private Family typed(String type) {
        check(type.matches(open ? "counter|gauge|info|summary" : "counter|gauge|summary"), type);
        check(current.name().endsWith("_total") == (!open && type.equals("counter")), "_total");
        return new Family(current.name(), type, current.help(), "", current.samples());
    }

    private Family inUnit(String unit) {
        check(open && !current.type().isEmpty(), "no unit here");
        check(current.name().endsWith("_" + unit), "the name does not end in its unit");
        return new Family(current.name(), current.type(), current.help(), unit, current.samples());
    }

    private void sample(Matcher line) {
        check(current != null && !current.type().isEmpty(), "has no type");
        Map<String, String> labels = labels(line.group(2));
        Sample sample = new Sample(line.group(1), labels);
        String added = sample.name().substring(Math.min(sample.name().length(), length()));
        check(sample.name().startsWith(current.name()), "belongs to no family");
        String value = line.group(3);
        check(NUMBER.matcher(value).matches(), "is no number");
        double number = Double.parseDouble(value.replace("Inf", "Infinity"));
        boolean quantile = labels.containsKey("quantile");
        switch (current.type()) {
            case "counter" -> check(added.equals(open ? "_total" : "") && number >= 0, "counter");
            case "info" -> check(added.equals("_info") && number == 1, "info");
            case "gauge" -> check(added.isEmpty(), "gauge");
            default -> check(quantile ? added.isEmpty() : added.matches("_count|_sum"), "summary");
        }
        check(!quantile || QUANTILE.matcher(labels.get("quantile")).matches(), "quantile");
        boolean apart =
                (last == null || !last.ofWhat().equals(sample.ofWhat()))
                        && current.samples().keySet().stream()
                                .anyMatch(s -> s.ofWhat().equals(sample.ofWhat()));
        check(!apart || current.samples().isEmpty(), "samples of the same labels are apart");
        check(current.samples().put(sample, number) == null, "stands twice");
        last = sample;
    }

    private int length() {
        return current.name().length();
    }

    private static Map<String, String> labels(String braces) {
        Map<String, String> labels = new TreeMap<>();
        if (braces == null) {
            return labels;
        }
        String text = braces.substring(1, braces.length() - 1);
        Matcher label = LABEL.matcher(text);
        int from = 0;
        while (from < text.length()) {
            check(label.find(from) && label.start() == from, "labels");
            check(labels.put(label.group(1), label.group(2)) == null, "a label stands twice");
            from = label.end();
        }
        check(!text.endsWith(","), "labels");
        return labels;
    }
}

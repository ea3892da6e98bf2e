package io.fastsocket.asyncapi.rules;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Places;
import io.fastsocket.asyncapi.document.Places.Spot;
import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The problems found so far. What is found again by another way to the same place counts once. */
public final class Findings {

    /** So many are enough to start with. */
    private static final int MOST = 1_000;

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparingInt(Problem::line)
                    .thenComparingInt(Problem::column)
                    .thenComparing(Problem::severity)
                    .thenComparing(Problem::rule)
                    .thenComparing(Problem::message);

    private final Set<Problem> problems = new HashSet<>();

    /** A problem at a place. */
    public void add(String rule, Severity severity, Spot spot, String message) {
        if (problems.size() < MOST) {
            Problem problem =
                    new Problem(
                            rule,
                            severity,
                            spot.file(),
                            spot.pointer(),
                            spot.line(),
                            spot.column(),
                            message);
            problems.add(problem);
        }
    }

    /** A problem at a path. */
    public void add(
            String rule,
            Severity severity,
            Places places,
            JsonNode root,
            List<?> path,
            String message) {
        add(rule, severity, places.spot(root, path), message);
    }

    /** By file, and by place in it. */
    public List<Problem> sorted() {
        return problems.stream().sorted(ORDER).toList();
    }
}

package io.fastsocket.benchmarks.report;

import io.fastsocket.benchmarks.scenario.Outcome;
import io.fastsocket.benchmarks.scenario.Scenarios;
import io.fastsocket.benchmarks.server.Servers;

import java.util.List;
import java.util.Locale;

/**
 * What FastSocket is to reach in a scenario.
 *
 * @param scenario its id
 * @param unit of the figure
 * @param more whether more is better
 * @param least what it is to reach at least
 * @param aim what would be good
 */
record Goal(String scenario, String unit, boolean more, double least, double aim) {

    static final List<Goal> ALL =
            List.of(
                    ratio(Scenarios.ECHO, 8, 13),
                    ratio("order", 5, 7),
                    ratio("order-single", 1.5, 2),
                    ratio("broadcast-100", 2, 3),
                    ratio("broadcast-1000", 2, 3),
                    ratio("connects", 3, 4),
                    ratio("polling", 1.5, 3),
                    new Goal(Scenarios.CALM, Outcome.TIMES, false, 2, 1.3),
                    new Goal(Scenarios.IDLE, Outcome.PER_CONNECTION, false, 5, 2),
                    new Goal(Scenarios.SLOW, Outcome.GROWTH, false, 20, 20));

    private static final String RATIO = "× Node";

    private static Goal ratio(String scenario, double least, double aim) {
        return new Goal(scenario, RATIO, true, least, aim);
    }

    /** What was reached; NaN if nothing was. */
    double reached(Results results) {
        return unit.equals(RATIO)
                ? results.ratio(scenario, Servers.PRODUCT)
                : results.figure(scenario, Servers.PRODUCT, unit);
    }

    /** Whether a figure meets what it is to meet, or by how much it does not. */
    String verdict(double figure, double wanted) {
        if (Double.isNaN(figure)) {
            return "no figure";
        }
        double short_ = more ? wanted - figure : figure - wanted;
        // What is rounded away in the tables does not count.
        return short_ < 0.05 ? "met" : String.format(Locale.ROOT, "short by %.1f", short_);
    }

    String wanted(double figure) {
        return String.format(Locale.ROOT, "%s %s", more ? "≥" : "≤", number(figure));
    }

    static String number(double figure) {
        if (Double.isNaN(figure)) {
            return "–";
        }
        return String.format(Locale.ROOT, figure >= 100 ? "%.0f" : "%.1f", figure);
    }
}

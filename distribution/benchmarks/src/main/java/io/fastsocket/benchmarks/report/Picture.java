package io.fastsocket.benchmarks.report;

import io.fastsocket.benchmarks.scenario.Scenario;
import io.fastsocket.benchmarks.scenario.Scenarios;
import io.fastsocket.benchmarks.server.Server;
import io.fastsocket.benchmarks.server.Servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars of messages per CPU-second, as SVG. */
final class Picture {

    private static final int WIDTH = 860;
    private static final int LEFT = 190;
    private static final int BAR = 17;
    private static final int GAP = 16;
    private static final int LONGEST = 470;
    private static final int TOP = 92;

    private static final String STYLE =
            """
              <style>
                text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #24303d }
                .title { font-size: 19px; font-weight: 600 }
                .note { font-size: 12px; fill: #66727f }
                .name { font-weight: 600 }
                .fault { fill: #b3362c }
                .fastsocket { fill: #0a7d8c }
                .second-engine { fill: #62b6be }
                .netty-socketio { fill: #e0a13c }
                .node { fill: #8a9aa9 }
                .netty { fill: #c9d1d8 }
              </style>
            """;

    private final Results results;
    private final StringBuilder svg = new StringBuilder();
    private int y = TOP;

    private Picture(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        return new Picture(results).draw();
    }

    private String draw() {
        for (Scenario scenario : results.scenarios()) {
            if (!scenario.fresh() && !scenario.id().equals(Scenarios.CALM)) {
                group(scenario);
            }
        }
        int height = y + 6;
        String head =
                String.format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                                + " role=\"img\" aria-label=\"Messages per CPU-second\">%n",
                        WIDTH, height, WIDTH);
        String frame =
                String.format(
                        "  <rect width=\"%d\" height=\"%d\" rx=\"10\" fill=\"#ffffff\" stroke=\"#dfe5ea\"/>%n",
                        WIDTH, height);
        return head + STYLE + frame + heading() + svg + "</svg>\n";
    }

    private String heading() {
        StringBuilder heading = new StringBuilder();
        heading.append(text(24, 36, "title", "Messages per second of the server's processor time"));
        int x = 24;
        for (Server server : results.servers()) {
            heading.append(rect(x, 56, 12, 12, server.id()));
            heading.append(text(x + 18, 67, "note", server.name()));
            x += 40 + server.name().length() * 7;
        }
        return heading.toString();
    }

    private void group(Scenario scenario) {
        List<Server> servers = new ArrayList<>();
        double most = 1;
        for (Server server : results.servers()) {
            if (!results.of(scenario.id(), server.id()).isEmpty()) {
                servers.add(server);
                double rate = results.rate(scenario.id(), server.id());
                most = Double.isNaN(rate) ? most : Math.max(most, rate);
            }
        }
        svg.append(text(24, y + 13, "name", name(scenario)));
        for (Server server : servers) {
            bar(scenario.id(), server.id(), most);
        }
        y += GAP;
    }

    private static String name(Scenario scenario) {
        return scenario.title().replace(" clients", "").replace(" in flight", "");
    }

    private void bar(String scenario, String server, double most) {
        double rate = results.rate(scenario, server);
        String faults = results.faults(scenario, server);
        if (!faults.isEmpty() || Double.isNaN(rate)) {
            String what = faults.isEmpty() ? "no figure" : faults.split(":", 2)[0];
            svg.append(text(LEFT + 6, y + 13, "fault", what));
        } else {
            int length = (int) Math.max(2, Math.round(LONGEST * rate / most));
            svg.append(rect(LEFT, y + 2, length, BAR - 4, server));
            svg.append(text(LEFT + length + 8, y + 13, "", label(scenario, server, rate)));
        }
        y += BAR;
    }

    private String label(String scenario, String server, double rate) {
        String figure =
                rate < 10_000
                        ? String.format(Locale.ROOT, "%.1f k", rate / 1000)
                        : String.format(Locale.ROOT, "%.0f k", rate / 1000);
        double ratio = results.ratio(scenario, server);
        return server.equals(Servers.REFERENCE) || Double.isNaN(ratio)
                ? figure
                : figure + "   " + Goal.number(ratio) + " × Node";
    }

    private static String rect(int x, int y, int width, int height, String style) {
        return String.format(
                "  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" class=\"%s\"/>%n",
                x, y, width, height, style);
    }

    private static String text(int x, int y, String style, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;");
        return String.format(
                "  <text x=\"%d\" y=\"%d\" class=\"%s\" xml:space=\"preserve\">%s</text>%n",
                x, y, style, safe);
    }
}

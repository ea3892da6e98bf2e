package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.console.Style;
import io.fastsocket.spi.observe.PluginLoad;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What plugins take of the server, as it is shown. */
final class PluginLoads {

    private PluginLoads() {}

    /** Adds lines about calls, what is wrong with them, and the limits. */
    static void add(Sheet sheet, PluginLoad load) {
        Map<String, Object> calls = new LinkedHashMap<>();
        calls.put("running", load.running());
        calls.put("waiting", load.waiting());
        calls.put("refused", load.refused());
        calls.put("pastTimeLimit", load.overrunning());
        calls.put("computing", load.busy());
        boolean wrong = load.refused() + load.overrunning() + load.busy() > 0;
        sheet.line("calls", new Cell(calls(load), calls, wrong ? Style.WARNING : Style.PLAIN));
        sheet.line("held up", new Cell(heldBy(load), load.heldBy(), Style.WARNING));
        sheet.line("breakers", new Cell(breakers(load), breakerValues(load), Style.BAD));
        sheet.line("limits", Cell.of(limits(load), load.limits()));
    }

    private static String calls(PluginLoad load) {
        List<String> parts = new ArrayList<>();
        parts.add(load.running() + " under way");
        add(parts, load.waiting(), "waiting");
        add(parts, load.refused(), "refused so far");
        add(parts, load.overrunning(), "past their time limit");
        add(parts, load.busy(), "computing for long");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    private static String heldBy(PluginLoad load) {
        return load.heldBy().isEmpty() ? "" : "by its " + String.join(" and ", load.heldBy());
    }

    private static String breakers(PluginLoad load) {
        List<String> lines = new ArrayList<>();
        for (PluginLoad.Breaker each : load.breakers()) {
            lines.add(
                    "%s %s, %d refused so far"
                            .formatted(each.handler(), each.state(), each.refused()));
        }
        return String.join("\n", lines);
    }

    private static List<Map<String, Object>> breakerValues(PluginLoad load) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (PluginLoad.Breaker each : load.breakers()) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("handler", each.handler());
            value.put("state", each.state());
            value.put("refused", each.refused());
            values.add(value);
        }
        return values;
    }

    private static String limits(PluginLoad load) {
        List<String> parts = new ArrayList<>();
        load.limits().forEach((key, value) -> parts.add(key + "=" + value));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String between = i == 0 ? "" : i % 5 == 0 ? "\n" : " ";
            text.append(between).append(parts.get(i));
        }
        return text.toString();
    }
}

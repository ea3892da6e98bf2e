package io.fastsocket.http;

import io.fastsocket.spi.observe.EventInfo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws who is in each namespace, and what is handled there. */
final class EventTables {

    private static final String CALLS = "Calls";
    private static final String ERRORS = "Errors";
    private static final String P99 = "p99";

    private final Html html;
    private final Snapshot snapshot;

    EventTables(Html html, Snapshot snapshot) {
        this.html = html;
        this.snapshot = snapshot;
    }

    void draw() {
        html.raw("<section><h2>Namespaces and events</h2>\n");
        if (snapshot.events().isEmpty()) {
            html.raw("<p>The registry is not running.</p>\n");
        }
        Map<String, NamespaceCount> counts =
                snapshot.namespaces().stream()
                        .collect(Collectors.toMap(NamespaceCount::name, Function.identity()));
        TreeMap<String, List<EventInfo>> events =
                snapshot.events().orElse(List.of()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        EventInfo::namespace, TreeMap::new, Collectors.toList()));
        counts.keySet().forEach(name -> events.putIfAbsent(name, List.of()));
        if (events.isEmpty() && snapshot.events().isPresent()) {
            html.raw("<p>No event is handled.</p>\n");
        }
        events.forEach((name, list) -> namespace(name, counts.get(name), list));
        html.raw("</section>\n");
    }

    private void namespace(String name, NamespaceCount count, List<EventInfo> events) {
        html.raw("<h3><code>").text(name).raw("</code> <small>").text(who(count));
        html.raw("</small></h3>\n");
        if (!events.isEmpty()) {
            html.tableHead("Event", "Handled by", CALLS, ERRORS, P99);
            events.forEach(this::event);
            html.tableEnd();
        }
    }

    private String who(NamespaceCount count) {
        if (count == null || count.sockets() == 0) {
            return "no sockets";
        }
        Optional<NamespaceCount.Newest> newest = count.newest();
        String sockets =
                Units.count(count.sockets()) + (count.sockets() == 1 ? " socket" : " sockets");
        return newest.map(n -> sockets + ", newest by " + n.transport() + " " + ago(n))
                .orElse(sockets);
    }

    private String ago(NamespaceCount.Newest newest) {
        Duration since = Duration.between(newest.since(), snapshot.now());
        return since.toSeconds() < 1 ? "just now" : Units.ofTime(since) + " ago";
    }

    private void event(EventInfo event) {
        html.raw("<tr><td>").text(event.event());
        html.raw("</td><td>").name(event.handler()).raw("<br><small>").name(event.plugin());
        html.text(note(event)).raw("</small>");
        if (event.violations() > 0) {
            html.raw("<br><small class=\"bad\">").text(Units.count(event.violations()));
            html.raw(event.violations() == 1 ? " violation" : " violations")
                    .raw(" of its contract</small>");
        }
        html.raw("</td>");
        number(CALLS, Units.count(event.calls()), "");
        number(ERRORS, Units.count(event.errors()), event.errors() > 0 ? " bad" : "");
        number(P99, Units.ofLatency(event.p99()), "");
        html.raw("</tr>\n");
    }

    private static String note(EventInfo event) {
        return switch (event.state()) {
            case ACTIVE -> "";
            case PARKED -> ", waiting for it to come back";
            case CANARY -> ", " + event.version() + " tried out on a share of the connections";
        };
    }

    /** On a phone there is no head, and the title stands beside the figure. */
    private void number(String title, String text, String mark) {
        html.raw("<td class=\"number").raw(mark).raw("\" data-title=\"").raw(title);
        html.raw("\">").text(text).raw("</td>");
    }
}

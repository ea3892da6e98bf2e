package io.fastsocket.http;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.PluginInfo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws the status page. Whatever came from a plugin or a request is escaped. */
final class StatusPage {

    private final Html html = new Html();
    private final Snapshot snapshot;
    private final String host;

    private StatusPage(Snapshot snapshot, String host) {
        this.snapshot = snapshot;
        this.host = host;
    }

    /**
     * The whole page.
     *
     * @param snapshot what is running
     * @param host the name under which the reader reached the server; shown where the server
     *     listens on all addresses
     */
    static String render(Snapshot snapshot, String host) {
        return new StatusPage(snapshot, host).page();
    }

    private String page() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<title>FastSocket</title>")
                .raw("<link rel=\"stylesheet\" href=\"/fastsocket.css\"></head>\n<body><main>\n");
        head();
        plugins();
        events();
        html.raw("<footer><a href=\"/health/live\">live</a> · ")
                .raw("<a href=\"/health/ready\">ready</a></footer>\n</main></body></html>\n");
        return html.toString();
    }

    private void head() {
        html.raw("<h1>FastSocket <small>").text(snapshot.version()).raw("</small></h1>\n<dl>");
        html.raw("<dt>Socket.IO</dt><dd>");
        snapshot.address()
                .ifPresentOrElse(
                        address -> html.raw("<code>").text(url(address)).raw("</code>"),
                        () -> html.raw("not running: the port is closed"));
        html.raw("</dd><dt>Connections</dt><dd>").text(snapshot.connections());
        html.raw("</dd><dt>Uptime</dt><dd>")
                .text(uptime(Duration.between(snapshot.started(), snapshot.now())))
                .raw("</dd></dl>\n");
    }

    private void plugins() {
        html.raw("<h2>Plugins</h2>\n");
        List<PluginInfo> plugins = snapshot.plugins().orElse(null);
        if (plugins == null) {
            html.raw("<p>The plugin deployer is not running.</p>\n");
        } else if (plugins.isEmpty()) {
            html.raw("<p>None. Copy a JAR into <code>plugins/</code>.</p>\n");
        } else {
            html.tableHead("Plugin", "State");
            plugins.forEach(this::plugin);
            html.tableEnd();
        }
    }

    private void plugin(PluginInfo plugin) {
        html.raw("<tr><td>").text(plugin.name()).raw("<br><small>");
        html.text(plugin.version()).raw(plugin.version().isEmpty() ? "" : ", from ");
        html.text(plugin.file()).raw("</small></td><td><span class=\"");
        html.text(plugin.state()).raw("\">").text(plugin.state()).raw("</span>");
        if (!plugin.reason().isEmpty()) {
            html.raw("<br>").text(plugin.reason());
        }
        html.raw("</td></tr>\n");
    }

    private void events() {
        html.raw("<h2>Events</h2>\n");
        List<EventInfo> events = snapshot.events().orElse(null);
        if (events == null) {
            html.raw("<p>The registry is not running.</p>\n");
            return;
        }
        Map<String, List<EventInfo>> byNamespace =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        EventInfo::namespace, TreeMap::new, Collectors.toList()));
        if (byNamespace.isEmpty()) {
            html.raw("<p>No event is handled.</p>\n");
        }
        byNamespace.forEach(this::namespace);
    }

    private void namespace(String namespace, List<EventInfo> events) {
        long calls = events.stream().mapToLong(EventInfo::calls).sum();
        html.raw("<h3><code>").text(namespace).raw("</code> <small>").text(calls);
        html.raw(" handled</small></h3>\n");
        html.tableHead("Event", "Handled by", "Calls", "Errors");
        for (EventInfo event : events) {
            html.raw("<tr><td>").text(event.event());
            html.raw("</td><td>").text(event.handler()).raw("<br><small>").text(event.plugin());
            html.raw(event.parked() ? ", waiting for it to come back" : "");
            html.raw("</small></td><td class=\"number\">").text(event.calls());
            html.raw("</td><td class=\"number\">").text(event.errors()).raw("</td></tr>\n");
        }
        html.tableEnd();
    }

    private String url(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        String name = ip.isAnyLocalAddress() ? host : ip.getHostAddress();
        boolean bare6 = name.indexOf(':') >= 0 && !name.startsWith("[");
        return "http://" + (bare6 ? "[" + name + "]" : name) + ":" + address.getPort();
    }

    /** The two largest units suffice for people. */
    static String uptime(Duration uptime) {
        if (uptime.toDays() > 0) {
            return uptime.toDays() + " d " + uptime.toHoursPart() + " h";
        }
        if (uptime.toHours() > 0) {
            return uptime.toHours() + " h " + uptime.toMinutesPart() + " min";
        }
        if (uptime.toMinutes() > 0) {
            return uptime.toMinutes() + " min " + uptime.toSecondsPart() + " s";
        }
        return uptime.toSeconds() + " s";
    }
}

package io.fastsocket.http;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.PluginInfo;

import java.util.List;

/**
 * Draws the status page, which is whole without its script; that only draws it again every second.
 * Whatever came from a plugin or a request is escaped.
 */
final class StatusPage {

    private final Html html = new Html();
    private final Snapshot snapshot;

    private StatusPage(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The whole page. */
    static String render(Snapshot snapshot) {
        return new StatusPage(snapshot).page();
    }

    private String page() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<title>FastSocket</title>")
                .raw("<link rel=\"icon\" href=\"/fastsocket/icon.svg\">")
                .raw("<link rel=\"stylesheet\" href=\"/fastsocket/status.css\">")
                .raw("<script src=\"/fastsocket/status.js\" defer></script></head>\n<body>\n");
        html.raw("<header><h1>FastSocket <small>").text(snapshot.version());
        html.raw("</small></h1>\n<p id=\"live\" role=\"status\" hidden></p></header>\n<main>\n");
        facts();
        pages();
        plugins();
        new EventTables(html, snapshot).draw();
        html.raw("</main>\n<footer><a href=\"/health/live\">live</a> · ")
                .raw("<a href=\"/health/ready\">ready</a> · ")
                .raw("<a href=\"/status.json\">status.json</a></footer>\n</body></html>\n");
        return html.toString();
    }

    private void facts() {
        int sockets = snapshot.namespaces().stream().mapToInt(NamespaceCount::sockets).sum();
        List<EventInfo> events = snapshot.events().orElse(List.of());
        html.raw("<dl class=\"facts\">\n<div class=\"wide\"><dt>Socket.IO</dt><dd>");
        snapshot.address()
                .ifPresentOrElse(
                        address -> html.raw("<code>").text(address.url()).raw("</code>"),
                        () -> html.raw("not running: the port is closed"));
        html.raw("</dd></div>\n");
        fact("Connections", Units.count(snapshot.connections()));
        fact("Sockets", Units.count(sockets));
        fact("Handled", Units.count(events.stream().mapToLong(EventInfo::calls).sum()));
        fact("Errors", Units.count(events.stream().mapToLong(EventInfo::errors).sum()));
        fact("Uptime", Units.ofTime(snapshot.uptime()));
        html.raw("</dl>\n");
    }

    private void fact(String name, String value) {
        html.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>\n");
    }

    private void pages() {
        if (!snapshot.pages().isEmpty()) {
            html.raw("<nav aria-label=\"Pages\">");
            for (PageLink page : snapshot.pages()) {
                html.raw("<a href=\"").text(page.path()).raw("\">").text(page.title()).raw("</a> ");
            }
            html.raw("</nav>\n");
        }
    }

    private void plugins() {
        html.raw("<section><h2>Plugins</h2>\n");
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
        html.raw("</section>\n");
    }

    private void plugin(PluginInfo plugin) {
        html.raw("<tr><td>").name(plugin.name()).raw("<br><small>");
        html.text(plugin.version()).raw(plugin.version().isEmpty() ? "" : ", from ");
        html.name(plugin.file()).raw("</small></td><td><span class=\"state ");
        html.text(plugin.state()).raw("\">").text(plugin.state()).raw("</span>");
        if (!plugin.reason().isEmpty()) {
            html.raw("<br>").text(plugin.reason());
        }
        html.raw("</td></tr>\n");
    }
}

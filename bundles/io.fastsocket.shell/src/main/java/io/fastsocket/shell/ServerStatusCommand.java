package io.fastsocket.shell;

import io.fastsocket.shell.console.Ago;
import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.console.Style;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Command;

import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code server status}. */
@Command(
        description = "Show the server in a few lines: addresses, clients, plugins, events.",
        footer = {"server status", "server status --json"})
final class ServerStatusCommand implements OperatorCommand {

    private static final Cell NOT_RUNNING = new Cell("not running", null, Style.BAD);

    @Override
    public void run(Invocation invocation) {
        Services services = invocation.services();
        ProcessHandle process = ProcessHandle.current();
        Instant started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Duration uptime = Duration.between(started, Instant.now());
        Sheet sheet = new Sheet();
        sheet.line("version", services.property("fastsocket.version"));
        sheet.line(
                "socket.io",
                services.find(SocketTransport.class)
                        .map(ServerStatusCommand::transport)
                        .orElse(NOT_RUNNING));
        sheet.line("http", HttpEndpoint.find(services).map(Cell::plain).orElse(NOT_RUNNING));
        sheet.line(
                "plugins",
                services.find(PluginCatalog.class)
                        .map(ServerStatusCommand::plugins)
                        .orElse(NOT_RUNNING));
        sheet.line(
                "events",
                services.find(EventCatalog.class)
                        .map(ServerStatusCommand::events)
                        .orElse(NOT_RUNNING));
        sheet.line("uptime", "uptimeSeconds", Cell.of(Ago.text(uptime), uptime.toSeconds()));
        sheet.line("process", process.pid());
        sheet.line("java", Runtime.version().toString());
        sheet.line("home", services.property("fastsocket.home"));
        invocation.print(sheet);
    }

    private static Cell transport(SocketTransport transport) {
        InetSocketAddress address = transport.address();
        String host = address.getAddress().getHostAddress();
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        String url = (transport.secure() ? "https://" : "http://") + name + ":" + address.getPort();
        int connections = transport.connections();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("url", url);
        value.put("connections", connections);
        return Cell.of(url + ", " + Figures.count(connections, "connection"), value);
    }

    private static Cell plugins(PluginCatalog catalog) {
        Map<PluginState, Long> states =
                catalog.plugins().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PluginInfo::state,
                                        () -> new EnumMap<>(PluginState.class),
                                        Collectors.counting()));
        String text =
                states.entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .collect(Collectors.joining(", "));
        String settled = catalog.settled() ? "" : " (start-up still going on)";
        Style style =
                states.containsKey(PluginState.QUARANTINED)
                        ? Style.BAD
                        : states.containsKey(PluginState.WAITING) ? Style.WARNING : Style.PLAIN;
        return new Cell((text.isEmpty() ? "none" : text) + settled, states, style);
    }

    private static Cell events(EventCatalog catalog) {
        List<EventInfo> events = catalog.events();
        long namespaces = events.stream().map(EventInfo::namespace).distinct().count();
        long calls = events.stream().mapToLong(EventInfo::calls).sum();
        long errors = events.stream().mapToLong(EventInfo::errors).sum();
        Map<String, Object> value = new LinkedHashMap<>();
        // A canary's are there already.
        long handled = events.stream().filter(e -> e.state() != EventState.CANARY).count();
        value.put("handled", handled);
        value.put("namespaces", namespaces);
        value.put("calls", calls);
        value.put("errors", errors);
        String text =
                events.isEmpty()
                        ? "none"
                        : handled
                                + " in "
                                + Figures.count(namespaces, "namespace")
                                + ", "
                                + calls
                                + " handled, "
                                + Figures.count(errors, "error");
        return Cell.of(text, value);
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.Ago;
import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.console.Terminal;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.transport.SocketTransport;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How busy the server is at a moment.
 *
 * @param connections of clients
 * @param sockets of clients; a connection may carry several
 * @param plugins what each has done so far
 */
record Load(long connections, long sockets, Map<String, Sum> plugins) {

    /**
     * What a plugin has done since its handlers came into service.
     *
     * @param calls events handled
     * @param errors those answered with an error
     * @param p99 the slowest of its events' p99
     */
    record Sum(long calls, long errors, Duration p99) {

        static Sum of(EventInfo event) {
            return new Sum(event.calls(), event.errors(), event.p99());
        }

        Sum plus(Sum other) {
            Duration slower = p99.compareTo(other.p99) > 0 ? p99 : other.p99;
            return new Sum(calls + other.calls, errors + other.errors, slower);
        }
    }

    static Load now(Services services) {
        Optional<SocketTransport> transport = services.find(SocketTransport.class);
        Map<String, Sum> plugins = new TreeMap<>();
        services.find(EventCatalog.class).stream()
                .flatMap(catalog -> catalog.events().stream())
                .forEach(event -> plugins.merge(event.plugin(), Sum.of(event), Sum::plus));
        long sockets =
                transport.stream()
                        .mapToLong(
                                t ->
                                        t.namespaces().stream()
                                                .mapToLong(n -> t.sockets(n).size())
                                                .sum())
                        .sum();
        return new Load(transport.map(SocketTransport::connections).orElse(0), sockets, plugins);
    }

    Rates since(Load before, Duration time) {
        double seconds = time.toMillis() / 1000.0;
        Table table =
                new Table(
                        Column.words("PLUGIN"),
                        Column.numbers("EVENTS/S", "eventsPerSecond"),
                        Column.numbers("P99", "p99Micros"),
                        Column.numbers("ERRORS/S", "errorsPerSecond"),
                        Column.numbers("CALLS"),
                        Column.numbers("ERRORS"));
        double events = 0;
        for (Map.Entry<String, Sum> plugin : plugins.entrySet()) {
            Sum sum = plugin.getValue();
            Sum old = before.plugins.getOrDefault(plugin.getKey(), new Sum(0, 0, Duration.ZERO));
            // A swap begins to count anew.
            double calls = Math.max(0, sum.calls - old.calls) / seconds;
            double errors = Math.max(0, sum.errors - old.errors) / seconds;
            events += calls;
            table.row(
                    plugin.getKey(),
                    rate(calls),
                    Figures.brief(sum.p99),
                    errors > 0 ? new Cell(rate(errors).text(), errors, Style.BAD) : rate(errors),
                    sum.calls,
                    sum.errors);
        }
        return new Rates(this, events, table);
    }

    private static Cell rate(double perSecond) {
        return Cell.of(Long.toString(Math.round(perSecond)), perSecond);
    }

    /**
     * What was done in a while.
     *
     * @param load at its end
     * @param events a second
     * @param plugins a row each
     */
    record Rates(Load load, double events, Table plugins) {

        String text(Terminal terminal) {
            long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
            return "up %s   connections %d   sockets %d   events/s %d%n%n%s"
                    .formatted(
                            Ago.text(Duration.ofMillis(uptime)),
                            load.connections,
                            load.sockets,
                            Math.round(events),
                            load.plugins.isEmpty()
                                    ? "No event is handled."
                                    : plugins.text(terminal));
        }

        Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("time", java.time.Instant.now().toString());
            values.put("connections", load.connections);
            values.put("sockets", load.sockets);
            values.put("eventsPerSecond", events);
            values.put("plugins", plugins.values());
            return values;
        }
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/** {@code event list}. */
@Command(
        description =
                "List the events that are handled: by whom, how often, with how many errors. P99 is"
                        + " what 99 of 100 calls of the last minute took at most; CALLS, ERRORS"
                        + " and VIOLATIONS, of the plugin's contract, count from when the handler came"
                        + " into service.",
        footer = {"event list", "event list --namespace /chat --json"})
final class EventListCommand implements OperatorCommand {

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            description = "Only this namespace, such as /chat.")
    private String namespace;

    @Mixin private PluginFilter plugin = new PluginFilter();

    @Override
    public void run(Invocation invocation) throws CommandException {
        List<EventInfo> events =
                invocation.need(EventCatalog.class).events().stream()
                        .filter(event -> namespace == null || event.namespace().equals(namespace))
                        .filter(event -> plugin.takes(event.plugin()))
                        .toList();
        if (events.isEmpty()) {
            plugin.check(invocation);
        }
        if (events.isEmpty() && !invocation.json()) {
            invocation.line(
                    "No event is handled"
                            + (namespace == null && !plugin.given() ? "" : " there")
                            + ". Handlers come with plugins: "
                            + invocation.console().command("plugin list"));
            return;
        }
        invocation.print(table(events));
    }

    static Table table(List<EventInfo> events) {
        Table table =
                new Table(
                        Column.words("NAMESPACE"),
                        Column.words("EVENT"),
                        Column.words("HANDLER"),
                        Column.words("PLUGIN"),
                        Column.words("VERSION"),
                        Column.numbers("CALLS"),
                        Column.numbers("ERRORS"),
                        Column.numbers("VIOLATIONS"),
                        Column.numbers("P99", "p99Micros"),
                        Column.words("STATE"));
        for (EventInfo event : events) {
            table.row(
                    event.namespace(),
                    event.event(),
                    event.handler(),
                    event.plugin(),
                    event.version(),
                    event.calls(),
                    errors(event.errors()),
                    errors(event.violations()),
                    Figures.brief(event.p99()),
                    Cell.styled(
                            event.state().toString(),
                            event.state() == EventState.PARKED ? Style.WARNING : Style.GOOD));
        }
        return table;
    }

    private static Cell errors(long errors) {
        Style style = errors == 0 ? Style.PLAIN : Style.BAD;
        return new Cell(Long.toString(errors), errors, style);
    }
}

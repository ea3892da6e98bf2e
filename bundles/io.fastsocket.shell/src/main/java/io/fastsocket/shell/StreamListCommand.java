package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.observe.StreamInfo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/** {@code stream list}. */
@Command(
        description =
                "List the streams of plugins. IN/S are elements that a stream was given and OUT/S"
                        + " events that it sent, each second on average of the last ten; WAITING"
                        + " elements are in its buffer, DROPPED ones were lost or refused because"
                        + " it was full. SUBS are subscriptions of clients that set the pace at"
                        + " which they get what it emits, and DEMAND what they have asked for.",
        footer = {"stream list", "stream list --plugin market --json"})
final class StreamListCommand implements OperatorCommand {

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            description = "Only this namespace, such as /chat.")
    private String namespace;

    @Mixin private PluginFilter plugin = new PluginFilter();

    @Override
    public void run(Invocation invocation) throws CommandException {
        List<StreamInfo> streams =
                invocation.need(StreamCatalog.class).streams().stream()
                        .filter(stream -> namespace == null || stream.namespace().equals(namespace))
                        .filter(stream -> plugin.takes(stream.plugin()))
                        .toList();
        if (streams.isEmpty()) {
            plugin.check(invocation);
        }
        if (streams.isEmpty() && !invocation.json()) {
            invocation.line(
                    "There is no stream"
                            + (namespace == null && !plugin.given() ? "" : " there")
                            + ". Streams come with plugins: "
                            + invocation.console().command("plugin list"));
            return;
        }
        invocation.print(table(streams));
    }

    private static Table table(List<StreamInfo> streams) {
        Table table =
                new Table(
                        Column.words("NAMESPACE"),
                        Column.words("EVENT"),
                        Column.words("STREAM"),
                        Column.words("PLUGIN"),
                        Column.words("VERSION"),
                        Column.numbers("IN/S", "inPerSecond"),
                        Column.numbers("OUT/S", "outPerSecond"),
                        Column.numbers("WAITING"),
                        Column.numbers("DROPPED"),
                        Column.numbers("RESTARTS"),
                        Column.numbers("SUBS", "subscribers"),
                        Column.numbers("DEMAND"),
                        Column.words("STATE"));
        for (StreamInfo stream : streams) {
            table.row(
                    stream.namespace(),
                    stream.event(),
                    stream.stream(),
                    stream.plugin(),
                    stream.version(),
                    rate(stream.elements().receivedPerSecond()),
                    rate(stream.elements().emittedPerSecond()),
                    stream.buffer().waiting(),
                    count(stream.buffer().dropped()),
                    count(stream.restarts()),
                    stream.subscribers().count(),
                    stream.subscribers().credits(),
                    state(stream));
        }
        return table;
    }

    static Cell rate(double perSecond) {
        String text =
                perSecond > 0 && perSecond < 10
                        ? String.format(java.util.Locale.ROOT, "%.1f", perSecond)
                        : Long.toString(Math.round(perSecond));
        return Cell.of(text, perSecond);
    }

    static Cell count(long bad) {
        return new Cell(Long.toString(bad), bad, bad == 0 ? Style.PLAIN : Style.WARNING);
    }

    static Cell state(StreamInfo stream) {
        Style style =
                switch (stream.state()) {
                    case RUNNING -> Style.GOOD;
                    case RESTARTING -> Style.BAD;
                    case ENDED -> Style.WARNING;
                };
        return Cell.styled(stream.state().toString(), style);
    }
}

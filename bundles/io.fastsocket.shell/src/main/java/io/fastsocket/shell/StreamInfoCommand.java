package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Suggestion;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.observe.StreamInfo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/** {@code stream info}. */
@Command(
        description =
                "Tell all about a stream: what goes through it, what waits, how often it failed.",
        footer = {"stream info Market.candles", "stream info trade --json"})
final class StreamInfoCommand implements OperatorCommand {

    @Parameters(
            paramLabel = "STREAM",
            description =
                    "Class and method, or an event: all streams that take it, or else those that"
                            + " emit it.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException {
        List<StreamInfo> streams = invocation.need(StreamCatalog.class).streams();
        List<StreamInfo> found =
                streams.stream()
                        .filter(s -> name.equals(s.stream()) || name.equals(s.event()))
                        .toList();
        if (found.isEmpty()) {
            found = streams.stream().filter(s -> s.emits().contains(name)).toList();
        }
        if (found.isEmpty()) {
            throw CommandException.failed(
                    "no stream is named " + name + ", takes it or emits it" + hint(streams));
        }
        List<Object> values = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (StreamInfo stream : found) {
            Sheet sheet = sheet(stream);
            values.add(sheet.values());
            text.append(text.isEmpty() ? "" : "\n\n");
            text.append(sheet.text(invocation.console().terminal()));
        }
        invocation.print(text.toString(), values);
    }

    private String hint(List<StreamInfo> streams) {
        List<String> names = streams.stream().map(StreamInfo::stream).distinct().toList();
        if (names.isEmpty()) {
            return "; there are none";
        }
        String meant = Suggestion.didYouMean(name, names);
        return meant.isEmpty() ? "; there are: " + String.join(", ", names) : meant;
    }

    private static Sheet sheet(StreamInfo stream) {
        StreamInfo.Elements elements = stream.elements();
        StreamInfo.Buffer buffer = stream.buffer();
        boolean observing = stream.observing();
        return new Sheet()
                .line("stream", stream.stream())
                .line("namespace", stream.namespace())
                .line("event", stream.event())
                .line("plugin", stream.plugin())
                .line("version", stream.version())
                .line("role", observing ? "observes" : "handles")
                .line("from", stream.emitted() ? "plugins" : "clients")
                .line("state", StreamListCommand.state(stream))
                .line("in", rated(elements.received(), elements.receivedPerSecond()))
                .value("inPerSecond", elements.receivedPerSecond())
                .line("out", rated(elements.emitted(), elements.emittedPerSecond()))
                .value("outPerSecond", elements.emittedPerSecond())
                .line("emits", Cell.of(String.join(", ", stream.emits()), stream.emits()))
                .line("not sent", bad(elements.failed()))
                .line("unfit", bad(elements.unfit()))
                .line("looping", bad(elements.looping()))
                .line("subscribers", subscribers(stream.subscribers()))
                .value("demand", stream.subscribers().credits())
                .value("subscribersWaiting", stream.subscribers().waiting())
                .value("sentToSubscribers", stream.subscribers().sent())
                .value("droppedForSubscribers", stream.subscribers().dropped())
                .line("waiting", waiting(buffer))
                .value("buffer", buffer.capacity())
                .line("overflow", buffer.overflow().replace('_', ' '))
                .line("dropped", StreamListCommand.count(buffer.dropped()))
                .line("restarts", StreamListCommand.count(stream.restarts()))
                .line("last error", Cell.styled(stream.lastError(), Style.BAD));
    }

    private static Cell rated(long count, double perSecond) {
        String rate = StreamListCommand.rate(perSecond).text();
        return Cell.of(count + ", " + rate + " each second", count);
    }

    private static Cell subscribers(StreamInfo.Subscribers all) {
        String text =
                all.count() == 0
                        ? "0"
                        : "%d, with credits for %d; %d wait for credits; %d events sent, %d left out"
                                .formatted(
                                        all.count(),
                                        all.credits(),
                                        all.waiting(),
                                        all.sent(),
                                        all.dropped());
        return Cell.of(text, all.count());
    }

    private static Cell waiting(StreamInfo.Buffer buffer) {
        return Cell.of(buffer.waiting() + " of " + buffer.capacity(), buffer.waiting());
    }

    /** Shown if there are any. */
    private static Cell bad(long count) {
        return new Cell(count == 0 ? "" : Long.toString(count), count, Style.WARNING);
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.Ago;
import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Progress;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.observe.HeapDumpPlan;
import io.fastsocket.spi.observe.Leak;
import io.fastsocket.spi.observe.LeakReport;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.RetiredRevision;
import io.fastsocket.spi.observe.UnloadCatalog;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code plugin leaks}. */
@Command(
        description = {
            "Find out what holds the classes of revisions that are out of service. If any are left"
                    + " after a garbage collection, a dump of the heap is taken, during which the"
                    + " server stands still, and the shortest path to each is printed. Ends with exit"
                    + " code 1 if something is held.",
            "The dump lies in var while it is read, for the server's user alone, and is deleted"
                    + " then: it holds all that the server has in memory."
        },
        footer = {
            "plugin leaks",
            "plugin leaks --list",
            "plugin leaks chat --keep /tmp/chat.hprof"
        })
final class PluginLeaksCommand implements OperatorCommand {

    /** A heap of some gigabytes takes minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    @Parameters(
            arity = "0..1",
            paramLabel = "PLUGIN",
            description =
                    "Only this one's: its symbolic name; of one in service, the last part will do.")
    private String name;

    @Option(
            names = "--list",
            description = "List what is not collected, without a garbage collection and a dump.")
    private boolean list;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Keep the dump, for other tools; FILE must not exist, and end in .hprof.")
    private String keep;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        UnloadCatalog catalog = invocation.need(UnloadCatalog.class);
        Optional<String> plugin = name == null ? Optional.empty() : Optional.of(name(invocation));
        List<RetiredRevision> there =
                catalog.retired().stream()
                        .filter(one -> one.collectedAfter().isEmpty())
                        .filter(one -> plugin.isEmpty() || plugin.get().equals(one.name()))
                        .toList();
        if (list) {
            print(invocation, there);
            return;
        }
        if (!there.isEmpty()) {
            announce(invocation, catalog.plan());
        }
        Optional<Path> kept = Optional.ofNullable(keep).map(invocation::file);
        LeakReport report =
                Progress.await(
                        catalog.leaks(plugin, kept),
                        LIMIT,
                        invocation.console(),
                        "looking for what holds " + Figures.count(there.size(), "revision"));
        invocation.print(text(report, catalog.retired().size()), value(report));
        if (!report.leaks().isEmpty()) {
            invocation.fail();
        }
    }

    /** It may be out of service, and not in the catalog any more. */
    private String name(Invocation invocation) throws CommandException {
        boolean known =
                invocation.need(UnloadCatalog.class).retired().stream()
                        .anyMatch(one -> one.name().equals(name));
        if (known) {
            return name;
        }
        List<PluginInfo> plugins = invocation.need(PluginCatalog.class).plugins();
        return Plugins.named(name, plugins).getFirst().name();
    }

    private static void print(Invocation invocation, List<RetiredRevision> there) {
        Table table =
                new Table(
                        Column.words("NAME"),
                        Column.words("VERSION"),
                        Column.words("OUT", "retired"),
                        Column.words("HELD"),
                        Column.words("SHA256"));
        for (RetiredRevision one : there) {
            table.row(
                    one.name(),
                    one.version(),
                    Cell.of(Ago.text(one.age()), one.retired().toString()),
                    Cell.of(one.held() ? "yes" : "not known yet", one.held()),
                    one.sha256());
        }
        invocation.print(table);
    }

    private static void announce(Invocation invocation, HeapDumpPlan plan) {
        invocation
                .console()
                .err()
                .printf(
                        "The server will stand still for about %s, while a dump of the heap, of"
                                + " which %s are in use, is written; reading it takes one core about"
                                + " %s.%n",
                        about(plan.stopped()),
                        Figures.bytes(plan.heapBytes()),
                        about(plan.reading()));
        invocation.console().err().flush();
    }

    private static String about(Duration time) {
        return time.toSeconds() < 1 ? "a second" : Ago.text(time);
    }

    private static String text(LeakReport report, int retired) {
        if (report.leaks().isEmpty()) {
            return retired == 0
                    ? "No revision has gone out of service since the deployer was started."
                    : "Nothing is held: what went out of service is collected.";
        }
        StringBuilder text = new StringBuilder();
        for (Leak leak : report.leaks()) {
            RetiredRevision revision = leak.revision();
            text.append(
                    "%s %s, out of service for %s, is held by %s.%n  %s%n"
                            .formatted(
                                    revision.name(),
                                    Unloads.title(revision),
                                    Ago.text(revision.age()),
                                    leak.holder(),
                                    leak.cure()));
            leak.path().forEach(step -> text.append("    ").append(step).append('\n'));
            text.append('\n');
        }
        if (report.others() > 0) {
            text.append(Figures.count(report.others(), "earlier revision"))
                    .append(" not looked at.\n\n");
        }
        text.append(
                "Heap dump: %s, the server stood still for %d ms."
                        .formatted(Figures.bytes(report.dumpBytes()), report.stopped().toMillis()));
        return Cell.harmless(text.toString());
    }

    private static Map<String, Object> value(LeakReport report) {
        List<Object> leaks = new ArrayList<>();
        for (Leak leak : report.leaks()) {
            Map<String, Object> value = Unloads.value(leak.revision());
            value.put("kind", leak.kind());
            value.put("holder", leak.holder());
            value.put("cure", leak.cure());
            value.put("path", leak.path());
            leaks.add(value);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("leaks", leaks);
        all.put("others", report.others());
        all.put("dumpBytes", report.dumpBytes());
        all.put("stoppedMillis", report.stopped().toMillis());
        return all;
    }
}

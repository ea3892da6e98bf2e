package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code plugin history}. */
@Command(
        description =
                "Tell what became of a plugin's revisions, newest first, also before a restart.",
        footer = "plugin history io.fastsocket.examples.hello")
final class PluginHistoryCommand implements OperatorCommand {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /** Enough to tell revisions apart. */
    private static final int HASH_SHOWN = 12;

    @Parameters(
            paramLabel = "PLUGIN",
            description = "Its symbolic name; of one in service, the last part will do.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException {
        List<RevisionEvent> events = invocation.need(PluginDeployer.class).history(name);
        if (events.isEmpty()) {
            // The name of a file, or a part of a name.
            List<PluginInfo> plugins = invocation.need(PluginCatalog.class).plugins();
            String full = Plugins.named(name, plugins).getFirst().name();
            events = invocation.need(PluginDeployer.class).history(full);
        }
        Table table =
                new Table(
                        Column.words("TIME"),
                        Column.words("VERSION"),
                        Column.words("WHAT"),
                        Column.words("SHA256"),
                        Column.words("FILE"),
                        Column.words("REASON"));
        for (RevisionEvent event : events) {
            String hash = event.sha256();
            table.row(
                    Cell.of(TIME.format(event.time()), event.time().toString()),
                    event.version(),
                    Cell.styled(event.what(), style(event.what())),
                    Cell.of(hash.substring(0, Math.min(HASH_SHOWN, hash.length())), hash),
                    event.file(),
                    event.reason());
        }
        invocation.print(table);
    }

    private static Style style(String what) {
        return switch (what) {
            case "activated", "reloaded", "promoted" -> Style.GOOD;
            case "waiting", "canary", "canary ended", "cut off" -> Style.WARNING;
            case "refused" -> Style.BAD;
            default -> Style.PLAIN;
        };
    }
}

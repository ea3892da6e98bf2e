package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import picocli.CommandLine.Command;

import java.util.List;

/** {@code plugin list}. */
@Command(
        description =
                "List the plugins: state, since when, and why one waits or was refused. If its contract is"
                        + " the reason, plugin info has each change.",
        footer = {"plugin list", "plugin list --json"})
final class PluginListCommand implements OperatorCommand {

    @Override
    public void run(Invocation invocation) throws CommandException {
        List<PluginInfo> plugins = invocation.need(PluginCatalog.class).plugins();
        if (plugins.isEmpty() && !invocation.json()) {
            invocation.line(
                    "No plugins. To add one: "
                            + invocation.console().command("plugin install FILE"));
            return;
        }
        Table table =
                new Table(
                        Column.words("NAME"),
                        Column.words("VERSION"),
                        Column.words("STATE"),
                        Column.words("SINCE"),
                        Column.words("FILE"),
                        Column.words("REASON"));
        for (PluginInfo plugin : plugins) {
            table.row(
                    plugin.name(),
                    plugin.version(),
                    Cell.styled(plugin.state(), Plugins.style(plugin.state())),
                    plugin.since(),
                    plugin.file(),
                    plugin.reason());
        }
        invocation.print(table);
    }
}

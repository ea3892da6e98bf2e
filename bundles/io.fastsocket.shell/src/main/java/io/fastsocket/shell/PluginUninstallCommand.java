package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

/** {@code plugin uninstall}. */
@Command(
        description =
                "Take a plugin out of service and delete its file. Events in flight are still"
                        + " answered.",
        footer = "plugin uninstall io.fastsocket.examples.hello")
final class PluginUninstallCommand implements OperatorCommand {

    @Parameters(paramLabel = "PLUGIN", description = "Its symbolic name, or the name of its file.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        PluginFiles files = new PluginFiles(invocation);
        List<PluginInfo> found =
                Plugins.named(name, invocation.need(PluginCatalog.class).plugins());
        String removed = found.getFirst().name();
        List<String> deleted =
                found.stream()
                        .filter(plugin -> plugin.state() != PluginState.CANARY)
                        .map(PluginInfo::file)
                        .distinct()
                        .toList();
        files.remove(deleted);
        invocation.print(
                outcome(found, deleted),
                new Sheet().value("name", removed).value("deleted", deleted).values());
    }

    /** What is true now: a file that was refused, or waited, never was in service. */
    static String outcome(List<PluginInfo> removed, List<String> deleted) {
        String files = String.join(", ", deleted);
        for (PluginInfo plugin : removed) {
            if (plugin.bundleId() >= 0 && plugin.state() != PluginState.CANARY) {
                return plugin.name() + " is out of service; deleted " + files;
            }
        }
        return deleted.size() == 1
                ? files + " is deleted; it was not in service"
                : files + " are deleted; they were not in service";
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.Ago;
import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Suggestion;
import io.fastsocket.shell.contract.ChangeTable;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Plugins by name, and how they are shown. */
final class Plugins {

    private Plugins() {}

    /**
     * Those with a symbolic name, or from a file: the one in service, and refused files beside it.
     * The last part of a symbolic name will do, if only one plugin has it.
     *
     * @throws CommandException if there are none, saying which there are
     */
    static List<PluginInfo> named(String name, List<PluginInfo> plugins) throws CommandException {
        List<PluginInfo> found =
                plugins.stream()
                        .filter(plugin -> name.equals(plugin.name()) || name.equals(plugin.file()))
                        .toList();
        if (found.isEmpty()) {
            found = plugins.stream().filter(p -> p.name().endsWith("." + name)).toList();
        }
        if (found.stream().map(PluginInfo::name).distinct().count() == 1) {
            return found;
        }
        if (!found.isEmpty() && found.stream().allMatch(plugin -> name.equals(plugin.file()))) {
            return runningFirst(found);
        }
        List<String> names = plugins.stream().map(PluginInfo::name).distinct().toList();
        String hint =
                Suggestion.didYouMean(
                        name,
                        plugins.stream()
                                .flatMap(plugin -> Stream.of(plugin.name(), plugin.file()))
                                .toList());
        throw CommandException.failed(
                "no plugin is named "
                        + name
                        + (names.isEmpty()
                                ? "; there are none"
                                : hint.isEmpty()
                                        ? "; there are: " + String.join(", ", names)
                                        : hint));
    }

    /** A file that was overwritten by junk has no other name, unlike what runs from it. */
    private static List<PluginInfo> runningFirst(List<PluginInfo> found) {
        return found.stream().sorted(Comparator.comparing(p -> p.bundleId() < 0)).toList();
    }

    static Style style(PluginState state) {
        return switch (state) {
            case ACTIVE -> Style.GOOD;
            case WAITING, CANARY -> Style.WARNING;
            case QUARANTINED -> Style.BAD;
        };
    }

    private static Cell changes(PluginInfo plugin) {
        List<Change> changes = plugin.changes();
        String text = changes.isEmpty() ? "" : ChangeTable.text(changes, false);
        return Cell.of(text, ChangeTable.of(changes).values());
    }

    /** What came of one, in a line. */
    static String outcome(PluginInfo plugin) {
        return plugin.name() + " " + plugin.version() + " is " + plugin.state();
    }

    /** What came of one that was put into the folder; fails if it is not in service. */
    static void tell(PluginInfo plugin, Invocation invocation) throws CommandException {
        if (plugin.state() == PluginState.ACTIVE) {
            invocation.print(outcome(plugin), sheet(plugin).values());
        } else if (!invocation.json() && !plugin.changes().isEmpty()) {
            boolean colour = invocation.console().terminal().colour();
            invocation.line(ChangeTable.text(plugin.changes(), colour));
        }
        failUnlessActive(plugin);
    }

    private static void failUnlessActive(PluginInfo plugin) throws CommandException {
        if (plugin.state() == PluginState.WAITING || plugin.state() == PluginState.QUARANTINED) {
            throw CommandException.failed(notInService(plugin), sheet(plugin).values());
        }
    }

    /** Why one that waits or was refused is not in service. */
    static String notInService(PluginInfo plugin) {
        return plugin.state() == PluginState.WAITING
                ? plugin.name() + " is not in service yet: it waits: " + plugin.reason()
                : plugin.file() + " was refused: " + plugin.reason() + cure(plugin);
    }

    private static String cure(PluginInfo plugin) {
        return plugin.changes().isEmpty()
                ? ""
                : "; keep to the old contract, or deploy it with --allow-breaking REASON";
    }

    /** All about one. */
    static Sheet sheet(PluginInfo plugin) {
        String state = plugin.state().toString();
        return new Sheet()
                .line("name", plugin.name())
                .line("version", plugin.version())
                .line(
                        "state",
                        new Cell(
                                state + ", since " + Ago.since(plugin.since()),
                                state,
                                style(plugin.state())))
                .value("since", plugin.since().toString())
                .line("reason", plugin.reason())
                .line("changes", changes(plugin))
                .line(
                        "components",
                        Cell.of(String.join(", ", plugin.components()), plugin.components()))
                .line("file", plugin.file())
                .line("sha256", plugin.sha256())
                .line(
                        "bundle",
                        plugin.bundleId() < 0 ? Cell.of("", null) : (Object) plugin.bundleId());
    }
}

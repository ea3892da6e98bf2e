package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.observe.LoadCatalog;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginLoad;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.observe.RetiredRevision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/** {@code plugin info}. */
@Command(
        description =
                "Tell all about a plugin, and about a refused file or a canary of the same name beside it.",
        footer = "plugin info io.fastsocket.examples.hello")
final class PluginInfoCommand implements OperatorCommand {

    @Parameters(paramLabel = "PLUGIN", description = "Its symbolic name, or the name of its file.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException {
        List<PluginInfo> plugins = invocation.need(PluginCatalog.class).plugins();
        List<RetiredRevision> gone = Unloads.of(name, invocation.services());
        if (!gone.isEmpty() && plugins.stream().noneMatch(one -> one.name().equals(name))) {
            // Nothing of it is in service any more, but perhaps its classes are there.
            Sheet sheet = new Sheet().line("name", name).line("out of service", Unloads.cell(gone));
            invocation.print(sheet.text(invocation.console().terminal()), List.of(sheet.values()));
            return;
        }
        List<PluginInfo> found = Plugins.named(name, plugins);
        List<EventInfo> events =
                invocation
                        .services()
                        .find(EventCatalog.class)
                        .map(EventCatalog::events)
                        .orElse(List.of());
        List<PluginLoad> loads =
                invocation
                        .services()
                        .find(LoadCatalog.class)
                        .map(LoadCatalog::loads)
                        .orElse(List.of());
        List<Object> values = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (PluginInfo plugin : found) {
            Sheet sheet = Plugins.sheet(plugin);
            List<String> handled =
                    plugin.bundleId() < 0
                            ? List.of()
                            : events.stream()
                                    .filter(event -> isOf(plugin, event))
                                    .map(event -> event.namespace() + " " + event.event())
                                    .toList();
            sheet.line("events", Cell.of(String.join(", ", handled), handled));
            if (plugin.bundleId() >= 0) {
                loads.stream()
                        .filter(load -> load.plugin().equals(plugin.name()))
                        .filter(load -> load.version().equals(plugin.version()))
                        .findFirst()
                        .ifPresent(load -> PluginLoads.add(sheet, load));
            }
            sheet.line(
                    "out of service",
                    Unloads.cell(Unloads.of(plugin.name(), invocation.services())));
            values.add(sheet.values());
            text.append(text.isEmpty() ? "" : "\n\n");
            text.append(sheet.text(invocation.console().terminal()));
        }
        invocation.print(text.toString(), values);
    }

    /** A canary, and what it is tried out beside, have events of their own. */
    private static boolean isOf(PluginInfo plugin, EventInfo event) {
        return event.plugin().equals(plugin.name())
                && (plugin.state() == PluginState.CANARY) == (event.state() == EventState.CANARY);
    }
}

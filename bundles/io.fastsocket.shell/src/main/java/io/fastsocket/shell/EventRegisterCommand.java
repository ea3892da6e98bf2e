package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code event register}. */
@Command(
        description =
                "Deploy a plugin, or all plugins of a folder, and list the events that came with"
                        + " them.",
        footer = {"event register target/my-plugin-1.0.0.jar", "event register build/plugins"})
final class EventRegisterCommand implements OperatorCommand {

    @Parameters(
            paramLabel = "FILE|DIR",
            description = "A JAR, or a folder with JARs, that the server can read.")
    private String place;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        EventCatalog catalog = invocation.need(EventCatalog.class);
        PluginFiles files = new PluginFiles(invocation);
        Set<String> names = new TreeSet<>();
        List<PluginInfo> others = new ArrayList<>();
        for (Path jar : jars(invocation.file(place))) {
            PluginInfo plugin = files.install(jar, null, false);
            if (plugin.state() == PluginState.ACTIVE) {
                names.add(plugin.name());
            } else {
                others.add(plugin);
            }
        }
        List<EventInfo> events =
                catalog.events().stream().filter(e -> names.contains(e.plugin())).toList();
        if (others.isEmpty() && (invocation.json() || !events.isEmpty())) {
            invocation.print(EventListCommand.table(events));
        } else if (others.isEmpty()) {
            invocation.line(String.join(", ", names) + ": in service, without events");
        } else {
            throw notAll(invocation, events, others);
        }
    }

    private static CommandException notAll(
            Invocation invocation, List<EventInfo> events, List<PluginInfo> others) {
        Table table = EventListCommand.table(events);
        if (!invocation.json() && !events.isEmpty()) {
            invocation.print(table);
        }
        return CommandException.failed(
                others.stream().map(Plugins::notInService).collect(Collectors.joining("\n")),
                Map.of(
                        "events",
                        table.values(),
                        "notInService",
                        others.stream().map(plugin -> Plugins.sheet(plugin).values()).toList()));
    }

    private static List<Path> jars(Path place) throws CommandException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> jars = files.filter(PluginFiles::isJar).sorted().toList();
            if (jars.isEmpty()) {
                throw CommandException.failed("there is no file *.jar in " + place);
            }
            return jars;
        } catch (IOException e) {
            throw CommandException.failed(place + " cannot be listed: " + FileProblem.of(e));
        }
    }
}

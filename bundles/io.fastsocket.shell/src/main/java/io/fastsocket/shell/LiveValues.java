package io.fastsocket.shell;

import io.fastsocket.shell.console.Services;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.LogControl;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.SocketTransport;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What may be typed for an argument, as things are now. What kind of thing an argument is, an
 * option's name says ({@code --plugin}) or a parameter's label ({@code PLUGIN}).
 */
final class LiveValues {

    /** Nobody reads through more sockets than that. */
    private static final int SOCKETS = 200;

    /** Those that a logger can be given. */
    private static final List<String> LEVELS =
            List.of("trace", "debug", "info", "warn", "error", "off", "inherit");

    private final Services services;
    private final Path directory;

    /**
     * @param services asked for what there is
     * @param directory the folder that names of files start from
     */
    LiveValues(Services services, Path directory) {
        this.services = services;
        this.directory = directory;
    }

    /** Those for an argument of which a part may have been typed. */
    Stream<Candidate> of(ArgSpec argument, String typed) {
        List<String> choices = WrongWords.choices(argument);
        return choices.isEmpty()
                ? of(kind(argument), typed).stream()
                : choices.stream().map(Candidate::of);
    }

    private static String kind(ArgSpec argument) {
        String name =
                argument instanceof OptionSpec option
                        ? option.longestName().replaceFirst("^-+", "")
                        : argument.paramLabel();
        return name.toLowerCase(Locale.ROOT);
    }

    private Collection<Candidate> of(String kind, String typed) {
        return switch (kind) {
            case "plugin" -> plugins();
            case "event" -> events();
            case "stream" -> streams();
            case "bundle" ->
                    new RuntimeBundles(services.context())
                            .names().stream().map(Candidate::of).toList();
            case "namespace" -> namespaces();
            case "socket" -> sockets();
            case "room" -> rooms();
            case "logger" -> loggers();
            case "level" -> LEVELS.stream().map(Candidate::of).toList();
            case "file", "file|dir" -> FileNames.beginning(typed, directory);
            case "payload", "auth" -> payloads(typed);
            default -> List.of();
        };
    }

    private List<Candidate> plugins() {
        return services.find(PluginCatalog.class).stream()
                .flatMap(catalog -> catalog.plugins().stream())
                .map(
                        plugin ->
                                new Candidate(
                                        plugin.name(), plugin.version() + " " + plugin.state()))
                .toList();
    }

    private List<Candidate> events() {
        return services.find(EventCatalog.class).stream()
                .flatMap(catalog -> catalog.events().stream())
                .map(
                        event ->
                                new Candidate(
                                        event.event(), event.namespace() + " " + event.plugin()))
                .distinct()
                .toList();
    }

    private List<Candidate> streams() {
        return services.find(StreamCatalog.class).stream()
                .flatMap(catalog -> catalog.streams().stream())
                .map(
                        stream ->
                                new Candidate(
                                        stream.stream(), stream.event() + " " + stream.state()))
                .toList();
    }

    /** Those with clients, and those with handlers. */
    private List<Candidate> namespaces() {
        Stream<String> handled =
                services.find(EventCatalog.class).stream()
                        .flatMap(catalog -> catalog.events().stream())
                        .map(EventInfo::namespace);
        return Stream.concat(transport().flatMap(t -> t.namespaces().stream()), handled)
                .distinct()
                .map(Candidate::of)
                .toList();
    }

    private List<Candidate> sockets() {
        return transport()
                .flatMap(transport -> Sockets.all(transport, null).stream())
                .limit(SOCKETS)
                .map(
                        socket ->
                                new Candidate(
                                        socket.id(),
                                        socket.namespace() + " " + Sockets.remote(socket)))
                .toList();
    }

    private List<Candidate> rooms() {
        return transport()
                .flatMap(transport -> Sockets.all(transport, null).stream())
                .flatMap(LiveValues::rooms)
                .distinct()
                .toList();
    }

    private static Stream<Candidate> rooms(ClientSocket socket) {
        return Sockets.rooms(socket).stream().map(room -> new Candidate(room, socket.namespace()));
    }

    private List<Candidate> loggers() {
        return services.find(LogControl.class).stream()
                .flatMap(control -> control.levels().entrySet().stream())
                .map(level -> new Candidate(level.getKey(), level.getValue()))
                .toList();
    }

    /** A payload may stand in a file: {@code @file}. */
    private List<Candidate> payloads(String typed) {
        if (!typed.startsWith("@")) {
            return List.of();
        }
        return FileNames.beginning(typed.substring(1), directory).stream()
                .map(file -> Candidate.of("@" + file.word()))
                .toList();
    }

    private Stream<SocketTransport> transport() {
        return services.find(SocketTransport.class).stream();
    }
}

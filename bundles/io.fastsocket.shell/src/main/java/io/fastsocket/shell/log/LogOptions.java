package io.fastsocket.shell.log;

import io.fastsocket.shell.console.CommandException;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Set;

/** Which lines are wanted, as options of a command. */
public final class LogOptions {

    private final Instant now = Instant.now();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description =
                    "Only lines of this level or above: trace, debug, info, warn, error, fatal.")
    private LogLevel level;

    @Option(
            names = "--plugin",
            paramLabel = "NAME",
            description = "Only lines of this plugin, or bundle; its name or the last part of it.")
    private String plugin;

    @Option(
            names = "--logger",
            paramLabel = "NAME",
            description =
                    "Only lines of this logger: a class with or without its package, or a package.")
    private String logger;

    @Option(names = "--socket", paramLabel = "ID", description = "Only lines about this socket.")
    private String socket;

    @Option(names = "--event", paramLabel = "NAME", description = "Only lines about this event.")
    private String event;

    @Option(
            names = "--grep",
            paramLabel = "TEXT",
            description =
                    "Only lines with this text in the message or the stack trace; /TEXT/ is a regular"
                            + " expression, /TEXT/i one that takes capitals for small letters.")
    private String grep;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only lines since then: so long ago, such as 10m, 2h or 3d, or a time.")
    private String since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Only lines until then: 14:30, 2026-01-31, 2026-01-31T14:30, 10m.")
    private String until;

    /**
     * Unless told otherwise, only errors are wanted.
     *
     * @return this
     */
    public LogOptions atLeastErrors() {
        if (level == null) {
            level = LogLevel.ERROR;
        }
        return this;
    }

    /** The time from which on lines are wanted, or null. */
    Instant sinceOrNull() throws CommandException {
        return since == null ? null : Times.time(since, "--since", now);
    }

    /**
     * The filter.
     *
     * @return of all options together
     * @throws CommandException if one has a value that it cannot have
     */
    LogFilter filter() throws CommandException {
        LogFilter.Builder builder = new LogFilter.Builder();
        if (level != null) {
            builder.level(level);
        }
        if (since != null) {
            builder.since(Times.inLines(sinceOrNull()));
        }
        if (until != null) {
            builder.until(Times.inLines(Times.time(until, "--until", now)));
        }
        if (plugin != null) {
            builder.text(
                    plugin,
                    Set.of("plugin", "bundle"),
                    line ->
                            isNamed(line.get("plugin"), plugin)
                                    || isNamed(line.get("bundle"), plugin));
        }
        if (logger != null) {
            builder.text(
                    logger,
                    Set.of("logger"),
                    line ->
                            isNamed(line.get("logger"), logger)
                                    || line.get("logger").startsWith(logger + "."));
        }
        if (socket != null) {
            builder.field("socket", socket);
        }
        if (event != null) {
            builder.field("event", event);
        }
        if (grep != null) {
            Grep.add(grep, builder);
        }
        return builder.build();
    }

    private static boolean isNamed(String name, String asked) {
        return name.equals(asked) || name.endsWith("." + asked);
    }
}

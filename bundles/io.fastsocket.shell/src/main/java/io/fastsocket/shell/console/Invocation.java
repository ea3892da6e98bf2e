package io.fastsocket.shell.console;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** One call of a command: where it prints, and what it can ask for. */
public final class Invocation {

    private final Console console;
    private final Services services;
    private final boolean json;
    private int exitCode = ExitCode.OK;

    /**
     * A call.
     *
     * @param console where it prints
     * @param services what it can ask for
     * @param json whether the answer is for programs
     */
    public Invocation(Console console, Services services, boolean json) {
        this.console = console;
        this.services = services;
        this.json = json;
    }

    /**
     * The place.
     *
     * @return where it reads and prints
     */
    public Console console() {
        return console;
    }

    /**
     * The services.
     *
     * @return looked up as they are asked for
     */
    public Services services() {
        return services;
    }

    /**
     * Whether the answer is for programs.
     *
     * @return true for {@code --json}
     */
    public boolean json() {
        return json;
    }

    /**
     * What the command reads.
     *
     * @return standard input of whoever called
     */
    public InputStream in() {
        return console.in();
    }

    /**
     * A file as the caller means it.
     *
     * @param name absolute, or relative to the caller's folder
     * @return absolute
     */
    public Path file(String name) {
        return console.directory().resolve(name).normalize();
    }

    /**
     * Prints rows.
     *
     * @param table the rows
     */
    public void print(Table table) {
        line(json ? Json.pretty(table.values()) : table.text(console.terminal()));
    }

    /**
     * Prints facts.
     *
     * @param sheet the facts
     */
    public void print(Sheet sheet) {
        line(json ? Json.pretty(sheet.values()) : sheet.text(console.terminal()));
    }

    /**
     * Prints what was done or found.
     *
     * @param text for people
     * @param value for programs, as {@link Json#pretty} takes it
     */
    public void print(String text, Object value) {
        line(json ? Json.pretty(value) : text);
    }

    /**
     * Prints a line as it is, flushed at once.
     *
     * @param text the line
     */
    public void line(String text) {
        console.out().print(text + "\n");
        console.out().flush();
    }

    /**
     * A service that the command cannot do without.
     *
     * @param <S> its type
     * @param type its type
     * @return the service
     * @throws CommandException saying what is not running, and how to start it
     */
    public <S> S need(Class<S> type) throws CommandException {
        Optional<S> service = services.find(type);
        if (service.isPresent()) {
            return service.get();
        }
        throw CommandException.failed(Absent.message(type, console));
    }

    /** The command has answered, and the answer is that something is wrong. */
    public void fail() {
        exitCode = ExitCode.FAILED;
    }

    /**
     * How it went.
     *
     * @return one of {@link ExitCode}
     */
    public int exitCode() {
        return exitCode;
    }
}

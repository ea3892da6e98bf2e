package io.fastsocket.launcher;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out what is typed into a shell, a line at a time, each on a connection of its own. */
final class ShellSession {

    /** Words that end the shell. */
    static final Set<String> ENDS = Set.of("exit", "quit", "logout");

    private static final Duration COMPLETION_LIMIT = Duration.ofSeconds(2);

    private final Home home;
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private volatile ServerCall running;

    ShellSession(Home home, InputStream in, OutputStream out, OutputStream err) {
        this.home = home;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Carries a command out; its exit code. What went wrong has been said. */
    int run(List<String> typed, ClientTerminal terminal) throws IOException, InterruptedException {
        try {
            List<String> words = words(typed);
            if (words.isEmpty()) {
                return ExitCode.OK;
            }
            if (Command.find(words.getFirst()).equals(Optional.of(Command.VERSION))) {
                print(Installation.find().versions(), out);
                return ExitCode.OK;
            }
            return call(words, terminal);
        } catch (LaunchException e) {
            if (LaunchException.asksForJson(typed)) {
                print(e.json().strip(), out);
            } else {
                print(e.getMessage(), err);
            }
            return e.exitCode();
        }
    }

    private static void print(String line, OutputStream to) throws IOException {
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    /** As the server knows them. A line copied from a document begins with the program's name. */
    private static List<String> words(List<String> typed) {
        List<String> words = new ArrayList<>(typed);
        if (!words.isEmpty() && words.getFirst().matches("(.*/)?fastsocket")) {
            words.removeFirst();
        }
        Optional<Command> own = words.isEmpty() ? Optional.empty() : Command.find(words.getFirst());
        if (own.isPresent()) {
            switch (own.get()) {
                case STOP, STATUS -> words.addFirst("server");
                case HELP -> words.set(0, "help");
                case VERSION -> {}
                default ->
                        throw LaunchException.usage(
                                own.get().word()
                                        + " is typed outside: fastsocket "
                                        + own.get().word());
            }
        }
        return words;
    }

    private int call(List<String> words, ClientTerminal terminal) throws InterruptedException {
        try (ChunkChannel channel = new ServerSocketFile(home).connect()) {
            ServerCall call = new ServerCall(channel, in, out, err);
            running = call;
            return call.run("shell", terminal, words);
        } catch (EOFException e) {
            throw RemoteCommand.serverEnded();
        } catch (IOException e) {
            throw RemoteCommand.serverLost(e);
        } finally {
            running = null;
        }
    }

    /** Ends the command that runs, if one does. Any thread may do so. */
    void interrupt() {
        ServerCall call = running;
        if (call != null) {
            call.interrupt();
        }
    }

    /** The words that may stand in place of the last one: a line each, a tab before what it is. */
    static List<String> complete(Home home, List<String> words) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Optional<ChunkChannel> server = new ServerSocketFile(home).tryConnect();
        if (server.isEmpty()) {
            return List.of();
        }
        List<String> request = new ArrayList<>(List.of("complete", "--"));
        request.addAll(words);
        try (ChunkChannel channel = server.get()) {
            ServerCall call =
                    new ServerCall(
                            channel,
                            InputStream.nullInputStream(),
                            answer,
                            OutputStream.nullOutputStream());
            call.limit(COMPLETION_LIMIT);
            call.run("shell", ClientTerminal.NONE, request);
            return answer.toString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of(); // somebody is typing: no place for a complaint
        }
    }
}

package io.fastsocket.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One running server: what it costs, and how it is ended. */
public final class ServerProcess implements AutoCloseable {

    private static final long START_LIMIT_S = 60;
    private static final long STOP_LIMIT_S = 15;
    private static final Pattern PORT = Pattern.compile("(?m)^port (\\d+)$");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final Path folder;
    private int port;

    private ServerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        Children.add(this);
    }

    /** Starts a program that prints {@code port <number>} when it listens. */
    static ServerProcess printing(List<String> command) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fastsocket-benchmark-");
        return start(
                command,
                folder,
                process -> {
                    Matcher found = PORT.matcher(process.output());
                    return found.find()
                            ? OptionalInt.of(Integer.parseInt(found.group(1)))
                            : OptionalInt.empty();
                });
    }

    /** Finds out the port of a process that may listen by now. */
    interface Listening {
        OptionalInt port(ServerProcess process) throws IOException;
    }

    static ServerProcess start(List<String> command, Path folder, Listening listening)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(console(folder).toFile());
        clean(builder.environment());
        ServerProcess server = new ServerProcess(builder.start(), folder);
        boolean listens = false;
        try {
            server.await(listening);
            listens = true;
            return server;
        } finally {
            if (!listens) {
                server.close();
            }
        }
    }

    /** What is set for the product on this machine must not change what is measured. */
    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("FASTSOCKET_"));
        environment.remove("NODE_OPTIONS");
        environment.remove("JAVA_TOOL_OPTIONS");
    }

    private static Path console(Path folder) {
        return folder.resolve("console.txt");
    }

    private void await(Listening listening) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_S);
        while (true) {
            OptionalInt found = listening.port(this);
            if (found.isPresent()) {
                port = found.getAsInt();
                return;
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                String what = process.isAlive() ? "is not there after 60 s" : "ended";
                throw new IOException("a server " + what + ":\n" + output());
            }
            Thread.sleep(20);
        }
    }

    /**
     * What it has printed.
     *
     * @return all of it
     * @throws IOException if it cannot be read
     */
    public String output() throws IOException {
        return Files.exists(console(folder)) ? Files.readString(console(folder)) : "";
    }

    /**
     * Where it listens, on the loopback interface.
     *
     * @return a port
     */
    public int port() {
        return port;
    }

    /**
     * The number of the process.
     *
     * @return its id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Whether it still runs.
     *
     * @return false once it has ended
     */
    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Processor time of all its threads, in user mode and in the kernel, so far.
     *
     * @return in the steps of the system's clock, usually 10 ms
     */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /**
     * Resident memory.
     *
     * @return in kB, which are 1,024 bytes here
     * @throws IOException if it has ended
     */
    public long rss() throws IOException {
        Matcher found = RSS.matcher(Files.readString(Path.of("/proc", pid() + "", "status")));
        if (!found.find()) {
            throw new IOException("the server has ended");
        }
        return Long.parseLong(found.group(1));
    }

    /** Ends it, by force if need be, and deletes its folder. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(STOP_LIMIT_S, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Children.remove(this);
        Folders.delete(folder);
    }

    /**
     * Looks again and again until something is so.
     *
     * @param what for the message
     * @param limit how long
     * @param condition what is to be true
     * @throws Exception what the condition threw, or that it was never true
     */
    public static void until(String what, Duration limit, Callable<Boolean> condition)
            throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not within " + limit.toSeconds() + " s: " + what);
            }
            Thread.sleep(5);
        }
    }
}

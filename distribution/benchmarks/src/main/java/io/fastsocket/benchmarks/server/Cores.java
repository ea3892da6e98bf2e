package io.fastsocket.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which cores servers and load are pinned to, by {@code taskset}. */
public final class Cores {

    private final String server;
    private final String load;

    private Cores(String server, String load) {
        this.server = server;
        this.load = load;
    }

    /**
     * Pins servers started later, and this process now.
     *
     * @param server the servers' core, as taskset takes it
     * @param load this process's
     * @return the cores
     * @throws IOException if that cannot be done
     * @throws InterruptedException if interrupted
     */
    public static Cores pin(String server, String load) throws IOException, InterruptedException {
        taskset("-c", server, "true");
        taskset("-a", "-c", "-p", load, ProcessHandle.current().pid() + "");
        return new Cores(server, load);
    }

    /**
     * Leaves everything where it is.
     *
     * @return no cores
     */
    public static Cores any() {
        return new Cores("", "");
    }

    private static void taskset(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("taskset"));
        command.addAll(List.of(words));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("taskset, of the package util-linux, is needed", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(
                    String.join(" ", command)
                            + " failed: "
                            + output.strip()
                            + "; choose other cores with --server-core and --load-core");
        }
    }

    /** The command that runs another one on the servers' core. */
    List<String> command(List<String> command) {
        if (server.isEmpty()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("taskset", "-c", server));
        all.addAll(command);
        return all;
    }

    /**
     * For people.
     *
     * @return which they are
     */
    @Override
    public String toString() {
        return server.isEmpty()
                ? "servers and load not pinned"
                : "servers on core " + server + ", load on core " + load;
    }
}

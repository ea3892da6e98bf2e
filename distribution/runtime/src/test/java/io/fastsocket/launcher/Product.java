package io.fastsocket.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The assembled product, and ways to run it in tests. */
final class Product {

    /** Far more than a start takes on a busy machine. */
    private static final int LIMIT_SECONDS = 120;

    private Product() {}

    static Path root() {
        return Path.of(System.getProperty("product"));
    }

    static Installation installation() {
        return new Installation(root(), System.getProperty("product.version"));
    }

    /**
     * What a process left behind.
     *
     * @param exitCode its exit code
     * @param text what it printed, to either stream
     */
    record Result(int exitCode, String text) {}

    /** Runs the start script to its end, on the Java of the tests. */
    static Result run(Path script, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        Path output = Files.createTempFile("fastsocket", ".out");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FASTSOCKET_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile()).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " still runs: " + Files.readString(output));
        }
        String text = Files.readString(output);
        Files.delete(output);
        return new Result(process.exitValue(), text);
    }

    static Path script() {
        return root().resolve("bin/fastsocket");
    }

    static Result run(String... words) throws IOException, InterruptedException {
        return run(script(), Map.of(), words);
    }
}

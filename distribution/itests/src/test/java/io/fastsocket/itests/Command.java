package io.fastsocket.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that ends by itself: what it printed and how it ended. */
record Command(int exitCode, String out, String err) {

    static Command run(Path folder, Duration limit, List<String> words) {
        try {
            Path out = Files.createTempFile("fastsocket-", ".out");
            Path err = Files.createTempFile("fastsocket-", ".err");
            try {
                Process process =
                        prepare(folder, words)
                                .redirectOutput(out.toFile())
                                .redirectError(err.toFile())
                                .start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new AssertionError(
                            words
                                    + " did not end within "
                                    + limit.toSeconds()
                                    + " s:\n"
                                    + Files.readString(out)
                                    + Files.readString(err));
                }
                return new Command(
                        process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A process without standard input and without settings of whoever runs the tests. */
    static ProcessBuilder prepare(Path folder, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("FASTSOCKET_"));
        builder.redirectInput(Path.of("/dev/null").toFile());
        return builder;
    }

    /** Everything it printed. */
    String text() {
        return out + err;
    }
}

package io.fastsocket.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody at a terminal of 30 by 110, which {@code script} makes: every Debian has it. */
final class Typist implements AutoCloseable {

    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String TAB = "\t";
    static final String ENTER = "\r";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final OutputStream keys;
    private final StringBuilder screen = new StringBuilder();

    private Typist(Process process) {
        this.process = process;
        keys = process.getOutputStream();
        Thread.ofPlatform().daemon().name("screen").start(this::read);
    }

    /**
     * Sits down at a terminal where a command runs.
     *
     * @param command for {@code sh}; {@code fastsocket} is on the path
     * @param variables added to the environment
     */
    static Typist at(String command, Map<String, String> variables) {
        String line = "stty rows 30 cols 110; exec " + command;
        ProcessBuilder builder =
                Command.prepare(
                        Setup.newFolder("terminal"), List.of("script", "-qefc", line, "/dev/null"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().remove("NO_COLOR");
        builder.environment().merge("PATH", Setup.product().resolve("bin") + ":", (a, b) -> b + a);
        builder.environment()
                .put("FASTSOCKET_HOME", CommandLineProduct.product().home().toString());
        builder.environment().putAll(variables);
        builder.redirectInput(ProcessBuilder.Redirect.PIPE).redirectErrorStream(true);
        try {
            return new Typist(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (InputStream in = process.getInputStream()) {
            byte[] piece = new byte[8192];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                synchronized (screen) {
                    screen.append(new String(piece, 0, count, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // The terminal is gone.
        }
    }

    /** Types, after what was there is forgotten. */
    Typist type(String text) {
        synchronized (screen) {
            screen.setLength(0);
        }
        try {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a text stands there. */
    Typist sees(String text) {
        try {
            Await.until("on the screen: " + text, PATIENCE, () -> screen().contains(text));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + screen(), e);
        }
        return this;
    }

    String screen() {
        synchronized (screen) {
            return screen.toString();
        }
    }

    /** Waits until the command has ended. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it does not end:\n" + screen());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

package io.fastsocket.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product, running in the foreground on free ports with a home of its own. */
final class Product implements AutoCloseable {

    static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Path console;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private JsonNode runFile;

    private Product(Path installation, Path home, List<String> options) {
        this.home = home;
        this.console = home.resolveSibling(home.getFileName() + ".console");
        List<String> words =
                new ArrayList<>(List.of(script(installation), "run", "--home", home.toString()));
        words.addAll(options);
        try {
            process =
                    Command.prepare(home.getParent(), words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts in a new home, with the plugins that come with the product. */
    static Product start(String name) {
        return startIn(newHome(name));
    }

    /** Starts in that home, on free ports unless told, and waits until it is ready. */
    static Product startIn(Path home, String... options) {
        return startOf(Setup.product(), home, options);
    }

    /** Starts another installation than the one that was built. */
    static Product startOf(Path installation, Path home, String... options) {
        List<String> words = new ArrayList<>(List.of("--http-port", "0"));
        words.addAll(options.length == 0 ? List.of("--port", "0") : List.of(options));
        Product product = new Product(installation, home, words);
        try {
            Await.until("ready", START_LIMIT, product::ready);
        } catch (AssertionError e) {
            product.close();
            throw new AssertionError(e.getMessage() + "\n" + product.console(), e);
        }
        return product;
    }

    /** A home that does not exist yet. */
    static Path newHome(String name) {
        return Setup.newFolder(name).resolve("home");
    }

    /** Runs a command of the product's to its end. */
    static Command command(String... words) {
        List<String> all = new ArrayList<>(List.of(script(Setup.product())));
        all.addAll(List.of(words));
        return Command.run(Setup.newFolder("command"), START_LIMIT, all);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script(Path installation) {
        return installation.resolve("bin/fastsocket").toString();
    }

    private boolean ready() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("ended with exit code " + process.exitValue());
        }
        Path file = home.resolve("var/run/fastsocket.json");
        if (!Files.exists(file)) {
            return false;
        }
        JsonNode read = JSON.readTree(Files.readString(file));
        runFile = read;
        return read.path("pid").asLong() == process.pid() && read.path("ready").asBoolean();
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return runFile.path("port").asInt();
    }

    int httpPort() {
        return runFile.path("httpPort").asInt();
    }

    /** Where Socket.IO clients connect. */
    String url() {
        return "http://127.0.0.1:" + port();
    }

    Path home() {
        return home;
    }

    Path plugin(String file) {
        return home.resolve("plugins").resolve(file);
    }

    /** Copies a JAR into the plugins' folder, over whatever has that name there. */
    void deploy(Path jar, String file) {
        try {
            Files.copy(jar, plugin(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(plugin(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why that file was refused; empty while it is not. */
    String rejection(String file) {
        try {
            return Files.readString(plugin(file + ".rejected.txt"));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of configuration in one go. */
    void configure(String pid, String text) {
        try {
            Files.writeString(home.resolve("etc").resolve(pid + ".cfg"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the HTTP side. */
    HttpResponse<String> http(String path) {
        return get(URI.create("http://127.0.0.1:" + httpPort() + path));
    }

    /** Asks the Socket.IO side. */
    HttpResponse<String> transport(String path) {
        return get(URI.create(url() + path));
    }

    private HttpResponse<String> get(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(NodeClient.PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The log in JSON lines. */
    String log() {
        Path file = home.resolve("var/log/fastsocket.jsonl");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed. */
    String console() {
        try {
            return Files.exists(console) ? Files.readString(console) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits for its end, which someone else has caused. */
    int awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + STOP_LIMIT + "\n" + console());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends it gracefully, or, failing that, by force. */
    void stop() {
        process.destroy();
        try {
            awaitEnd();
        } finally {
            kill();
        }
    }
}

package io.fastsocket.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A Node process with npm's socket.io-client in it, driven line by line ({@code client.mjs}). */
final class NodeClient implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PROCESS_PATIENCE = Duration.ofSeconds(150);
    private static final String LIBRARY = "socket.io-client";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer commands;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();

    private NodeClient() throws IOException {
        pending.put(0L, new CompletableFuture<>());
        process =
                new ProcessBuilder("node", "client.mjs")
                        .directory(Setup.node().toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("node-client").start(this::read);
    }

    /** Starts Node; installs the client library first if that has not been done. */
    static NodeClient start() {
        try {
            NodeClient client = new NodeClient();
            client.result(0L, client.pending.get(0L), PROCESS_PATIENCE);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException("Node 20 or newer must be on the PATH", e);
        }
    }

    /** How a binary is written in arguments and answers. */
    static Map<String, String> binary(byte... bytes) {
        return Map.of("$binary", Base64.getEncoder().encodeToString(bytes));
    }

    /** Connects by WebSocket alone, and expects to be let in. */
    ClientSocket connect(String url) {
        return connect(url, Map.of("transports", List.of("websocket")));
    }

    /** Connects with these options of socket.io-client, and expects to be let in. */
    ClientSocket connect(String url, Map<String, ?> options) {
        return connect(url, options, LIBRARY);
    }

    /** The same with another version of the library. */
    ClientSocket connect(String url, Map<String, ?> options, String library) {
        String name = "socket-" + ids.incrementAndGet();
        return opened(name, open(name, url, options, library));
    }

    /** Joins another namespace on a socket's connection. */
    ClientSocket join(ClientSocket beside, String namespace) {
        String name = "socket-" + ids.incrementAndGet();
        return opened(
                name,
                send(
                        "join",
                        Map.of("name", name, "beside", beside.name(), "namespace", namespace)));
    }

    private ClientSocket opened(String name, JsonNode result) {
        if (!result.path("connected").asBoolean()) {
            throw new AssertionError("refused: " + result);
        }
        return new ClientSocket(this, name, result.path("id").asText());
    }

    /** Connects and expects to be refused. */
    JsonNode connectError(String url, Map<String, ?> options) {
        return connectError(url, options, LIBRARY);
    }

    /** The same with another version of the library. */
    JsonNode connectError(String url, Map<String, ?> options, String library) {
        String name = "socket-" + ids.incrementAndGet();
        JsonNode result = open(name, url, options, library);
        send("close", Map.of("name", name));
        if (result.path("connected").asBoolean()) {
            throw new AssertionError("let in: " + result);
        }
        return result;
    }

    private JsonNode open(String name, String url, Map<String, ?> options, String library) {
        return send(
                "connect",
                Map.of("name", name, "url", url, "options", options, "library", library));
    }

    /** Runs a command and awaits its result. */
    JsonNode send(String op, Map<String, ?> options) {
        long id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        ObjectNode line = JSON.valueToTree(options);
        line.put("id", id).put("op", op);
        try {
            synchronized (commands) {
                commands.write(line + "\n");
                commands.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the Node process has ended", e);
        }
        return result(id, answer, PROCESS_PATIENCE);
    }

    private JsonNode result(long id, CompletableFuture<JsonNode> answer, Duration limit) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("Node did not answer command " + id + " in " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(JSON.readTree(line));
            }
        } catch (IOException e) {
            fail(e);
            return;
        }
        fail(new IOException("the Node process has ended"));
    }

    private void take(JsonNode answer) {
        CompletableFuture<JsonNode> future = pending.remove(answer.path("id").asLong());
        if (answer.has("error")) {
            future.completeExceptionally(new IOException(answer.path("error").asText()));
        } else {
            future.complete(answer.path("result"));
        }
    }

    private void fail(IOException cause) {
        pending.values().forEach(future -> future.completeExceptionally(cause));
    }

    /** Ends Node, and with it all sockets. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}

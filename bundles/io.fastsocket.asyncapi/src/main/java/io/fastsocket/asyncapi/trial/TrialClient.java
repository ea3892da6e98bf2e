package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A client of Socket.IO over one WebSocket, for one thread that asks. What arrives is passed on
 * from a thread of its own.
 */
final class TrialClient implements AutoCloseable {

    private final Duration limit;
    private final Consumer<Packet> arrivals;
    private final HttpClient http;
    private final Map<String, CompletableFuture<String>> joining = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final PacketReader reader = new PacketReader(this::take);
    private WebSocket socket;

    private TrialClient(Duration limit, Consumer<Packet> arrivals) {
        this.limit = limit;
        this.arrivals = arrivals;
        this.http = HttpClient.newBuilder().connectTimeout(limit).build();
    }

    /**
     * Connects.
     *
     * @param server as {@link io.fastsocket.spi.contract.ContractTrial#play} has it
     * @param limit for this and each answer
     * @param arrivals takes events
     * @throws IOException if it cannot be reached, or does not speak Socket.IO
     */
    static TrialClient connect(URI server, Duration limit, Consumer<Packet> arrivals)
            throws IOException, InterruptedException {
        TrialClient client = new TrialClient(limit, arrivals);
        try {
            client.socket =
                    client.http
                            .newWebSocketBuilder()
                            .connectTimeout(limit)
                            .buildAsync(address(server), client.reader)
                            .get();
            client.within(limit, client.reader.opened());
            return client;
        } catch (ExecutionException e) {
            client.close();
            Throwable cause = e.getCause();
            throw new IOException(
                    server + " cannot be reached: " + Unreachable.reason(cause), cause);
        } catch (TimeoutException e) {
            client.close();
            throw new IOException(
                    server + " did not open a session of Socket.IO within " + seconds(limit), e);
        }
    }

    static String seconds(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }

    private static URI address(URI server) {
        String scheme = server.getScheme().equals("https") ? "wss" : "ws";
        String path = server.getRawPath();
        boolean plain = path == null || path.isEmpty() || path.equals("/");
        String wanted = plain ? "/socket.io/" : path.endsWith("/") ? path : path + "/";
        return URI.create(
                scheme + "://" + server.getRawAuthority() + wanted + "?EIO=4&transport=websocket");
    }

    /** Joins a namespace; why it may not, or null. */
    String join(String namespace, JsonNode auth) throws IOException, InterruptedException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        joining.put(namespace, answer);
        send(new Packet(Packet.CONNECT, 0, namespace, -1, auth));
        try {
            String refused = within(limit, answer);
            return refused.isEmpty() ? null : refused;
        } catch (TimeoutException e) {
            return "no answer to CONNECT within " + seconds(limit);
        }
    }

    /** Sends an event that is not acknowledged. */
    void emit(String namespace, String event, ArrayNode arguments)
            throws IOException, InterruptedException {
        send(new Packet(Packet.EVENT, 0, namespace, -1, named(event, arguments)));
    }

    /**
     * Sends an event, and waits for the acknowledgement.
     *
     * @return its arguments; null if there is none in time
     */
    JsonNode ask(String namespace, String event, ArrayNode arguments)
            throws IOException, InterruptedException {
        long id = ids.getAndIncrement();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        try {
            send(new Packet(Packet.EVENT, 0, namespace, id, named(event, arguments)));
            return within(limit, answer);
        } catch (TimeoutException e) {
            return null;
        } finally {
            asked.remove(id);
        }
    }

    /** Acknowledges an event that arrived. */
    void acknowledge(Packet event, ArrayNode arguments) {
        WebSocket now = socket;
        if (now != null) {
            now.sendText(
                    new Packet(Packet.ACK, 0, event.namespace(), event.id(), arguments).text(),
                    true);
        }
    }

    private static ArrayNode named(String event, ArrayNode arguments) {
        ArrayNode all = Packet.JSON.createArrayNode().add(event);
        return all.addAll(arguments);
    }

    private void send(Packet packet) throws IOException, InterruptedException {
        try {
            within(limit, socket.sendText(packet.text(), true));
        } catch (TimeoutException e) {
            throw new IOException("the server did not take an event in " + seconds(limit), e);
        }
    }

    /** Waits for something, for no longer than the connection lasts. */
    private <T> T within(Duration time, CompletableFuture<T> something)
            throws IOException, InterruptedException, TimeoutException {
        try {
            CompletableFuture.anyOf(something, reader.gone())
                    .get(time.toNanos(), TimeUnit.NANOSECONDS);
            if (something.isDone()) {
                return something.get();
            }
            throw new IOException("the server closed the connection: " + reader.gone().join());
        } catch (ExecutionException e) {
            throw new IOException("the connection broke: " + e.getCause(), e.getCause());
        }
    }

    private void take(Packet packet) {
        switch (packet.type()) {
            case Packet.CONNECT -> joined(packet, "");
            case Packet.CONNECT_ERROR ->
                    joined(packet, packet.data().path("message").asText("refused"));
            case Packet.EVENT, Packet.BINARY_EVENT -> arrivals.accept(packet);
            case Packet.ACK, Packet.BINARY_ACK -> {
                CompletableFuture<JsonNode> answer = asked.get(packet.id());
                if (answer != null) {
                    answer.complete(packet.data());
                }
            }
            case Packet.DISCONNECT ->
                    reader.gone().complete("namespace " + packet.namespace() + " has ended");
            default -> {
                // There are no others.
            }
        }
    }

    private void joined(Packet packet, String refused) {
        CompletableFuture<String> answer = joining.get(packet.namespace());
        if (answer != null) {
            answer.complete(refused);
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.sendText(
                    new Packet(Packet.DISCONNECT, 0, "/", -1, MissingNode.getInstance()).text(),
                    true);
            socket.abort();
        }
        http.shutdownNow();
    }
}

package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.engineio.client.Transport;

import org.json.JSONObject;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What {@code io.socket:socket.io-client} gets from the example conformance. */
final class JavaClient {

    private JavaClient() {}

    static void check(String url, String... transports) throws Exception {
        IO.Options options =
                IO.Options.builder()
                        .setTransports(transports)
                        .setForceNew(true)
                        .setReconnectionDelay(100)
                        .setAuth(Map.of("token", "123"))
                        .build();
        Socket socket = IO.socket(URI.create(url), options);
        Socket custom = socket.io().socket("/custom", options);
        AtomicReference<Transport> carrier = new AtomicReference<>();
        socket.io().on(Manager.EVENT_TRANSPORT, sent -> carry((Transport) sent[0], carrier));
        try {
            CompletableFuture<Object> auth = first(socket, "auth");
            CompletableFuture<Object> customAuth = first(custom, "auth");
            CompletableFuture<Object> back = first(socket, "message-back");
            socket.connect();
            custom.connect();
            assertThat(await(auth).toString()).isEqualTo("{\"token\":\"123\"}");
            assertThat(await(customAuth).toString()).isEqualTo("{\"token\":\"123\"}");
            byte[] bytes = {1, -1};
            JSONObject answer = (JSONObject) await(call(socket, new JSONObject().put("b", bytes)));
            assertThat(answer.get("b")).isEqualTo(bytes);
            socket.emit("message", "hi");
            assertThat(await(back)).isEqualTo("hi");

            CompletableFuture<Object> again = first(socket, "auth");
            carrier.get().close();
            await(again);
            assertThat(await(call(socket, 7))).isEqualTo(7);
        } finally {
            socket.close();
            custom.close();
        }
    }

    /** What carries the connection now, by each of which it can be cut. */
    private static void carry(Transport transport, AtomicReference<Transport> carrier) {
        transport.once(Transport.EVENT_OPEN, opened -> carrier.set(transport));
    }

    private static CompletableFuture<Object> first(Socket socket, String event) {
        CompletableFuture<Object> first = new CompletableFuture<>();
        socket.once(event, arguments -> first.complete(arguments[0]));
        return first;
    }

    private static CompletableFuture<Object> call(Socket socket, Object argument) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        socket.emit(
                "message-with-ack",
                new Object[] {argument},
                (Ack) arguments -> answer.complete(arguments[0]));
        return answer;
    }

    private static Object await(CompletableFuture<Object> future) throws Exception {
        return future.get(NodeClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}

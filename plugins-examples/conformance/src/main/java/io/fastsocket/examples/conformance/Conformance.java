package io.fastsocket.examples.conformance;

import io.fastsocket.api.Ack;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;

import org.osgi.service.component.annotations.Component;

/** Does in the default namespace what the public Socket.IO protocol suite wants of a server. */
@Component
@Emits(event = "auth", payload = Json.class)
@Emits(event = "message-back", payload = Json.class)
public final class Conformance implements EventHandlers {

    @OnConnect
    void connected(Socket socket) {
        socket.emit("auth", socket.handshake().auth());
    }

    @OnEvent("message")
    void message(Socket socket, Json... arguments) {
        socket.emit("message-back", (Object[]) arguments);
    }

    @OnEvent("message-with-ack")
    void messageWithAck(Ack<Json> ack, Json... arguments) {
        ack.sendAll((Object[]) arguments);
    }
}

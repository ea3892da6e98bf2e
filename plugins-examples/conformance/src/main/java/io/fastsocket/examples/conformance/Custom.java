package io.fastsocket.examples.conformance;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.Socket;

import org.osgi.service.component.annotations.Component;

/** The second namespace of the public Socket.IO protocol suite. */
@Component
@Namespace("/custom")
@Emits(event = "auth", payload = Json.class)
public final class Custom implements EventHandlers {

    @OnConnect
    void connected(Socket socket) {
        socket.emit("auth", socket.handshake().auth());
    }
}

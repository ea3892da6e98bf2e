package io.fastsocket.registry.sockets;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/** What the registry keeps with one socket of the engine's; shared by all plugins' views. */
public final class ClientState {

    private static final byte[] NO_AUTH = "{}".getBytes(StandardCharsets.UTF_8);

    private final ClientSocket client;
    private final Payload auth;
    private final Questions questions;
    private final int point;

    ClientState(ClientSocket client, Payload auth, Timers timers) {
        this.client = client;
        this.auth = auth.isEmpty() ? new Payload(NO_AUTH, 0, 2, List.of()) : auth;
        this.questions = new Questions(client, timers);
        this.point = Share.point(client.handshake());
    }

    /** The engine's socket. */
    public ClientSocket client() {
        return client;
    }

    /**
     * Where its connection stands among all.
     *
     * @return from 0 to {@link io.fastsocket.spi.dispatch.HandlerRevision#ALL}, exclusive
     */
    public int point() {
        return point;
    }

    /** What came with CONNECT: one object. */
    Payload auth() {
        return auth;
    }

    /** Values by key, each encoded. */
    ConcurrentMap<String, Payload> data() {
        return client.data();
    }

    /** What the client has been asked and not answered. */
    public Questions questions() {
        return questions;
    }
}

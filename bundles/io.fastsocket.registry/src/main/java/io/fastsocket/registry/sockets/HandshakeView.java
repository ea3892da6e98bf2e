package io.fastsocket.registry.sockets;

import io.fastsocket.api.Handshake;
import io.fastsocket.api.Json;
import io.fastsocket.registry.binding.RawJson;
import io.fastsocket.spi.transport.HandshakeInfo;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A handshake as one plugin sees it. */
public final class HandshakeView implements Handshake {

    private final Scope scope;
    private final ClientState state;

    /**
     * Makes a view.
     *
     * @param scope whose
     * @param state of which socket
     */
    public HandshakeView(Scope scope, ClientState state) {
        this.scope = scope;
        this.state = state;
    }

    private HandshakeInfo info() {
        return state.client().handshake();
    }

    @Override
    public String namespace() {
        return state.client().namespace();
    }

    @Override
    public Json auth() {
        return RawJson.value(state.auth(), scope.codec());
    }

    @Override
    public Map<String, List<String>> query() {
        return info().query();
    }

    @Override
    public Map<String, List<String>> headers() {
        return info().headers();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return info().remoteAddress();
    }

    @Override
    public boolean secure() {
        return info().secure();
    }

    @Override
    public Instant time() {
        return info().time();
    }
}

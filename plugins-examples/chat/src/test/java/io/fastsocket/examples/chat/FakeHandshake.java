package io.fastsocket.examples.chat;

import io.fastsocket.api.Handshake;
import io.fastsocket.api.Json;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A handshake that says who one is, and no more. */
record FakeHandshake(Nicks.Claim claim) implements Handshake {

    @Override
    public String namespace() {
        return Chat.NAMESPACE;
    }

    @Override
    public Json auth() {
        return new Json() {
            @Override
            public String text() {
                return claim.toString();
            }

            @Override
            public List<byte[]> attachments() {
                return List.of();
            }

            @Override
            public boolean isEmpty() {
                return false;
            }

            @Override
            public <T> T as(Class<T> type) {
                return type.cast(claim);
            }
        };
    }

    @Override
    public Map<String, List<String>> query() {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> headers() {
        return Map.of();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return InetSocketAddress.createUnresolved("client", 1);
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public Instant time() {
        return Instant.EPOCH;
    }
}

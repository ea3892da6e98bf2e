package io.fastsocket.registry.sockets;

import io.fastsocket.api.EventException;
import io.fastsocket.api.SocketData;
import io.fastsocket.registry.binding.RawJson;
import io.fastsocket.spi.transport.Payload;

import java.util.Optional;
import java.util.Set;

/** A socket's data, bound for one plugin. */
final class DataView implements SocketData {

    private final Scope scope;
    private final ClientState state;

    DataView(Scope scope, ClientState state) {
        this.scope = scope;
        this.state = state;
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        Payload value = state.data().get(key);
        if (value == null) {
            scope.check();
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(RawJson.value(value, scope.codec()).as(type));
        } catch (EventException e) {
            throw new IllegalArgumentException(
                    "data \"" + key + "\" is no " + type.getName() + ": " + e.details(), e);
        }
    }

    @Override
    public void put(String key, Object value) {
        if (value == null) {
            remove(key);
        } else {
            state.data().put(key, scope.codec().encode(value));
        }
    }

    @Override
    public void remove(String key) {
        scope.check();
        state.data().remove(key);
    }

    @Override
    public Set<String> keys() {
        scope.check();
        return Set.copyOf(state.data().keySet());
    }
}

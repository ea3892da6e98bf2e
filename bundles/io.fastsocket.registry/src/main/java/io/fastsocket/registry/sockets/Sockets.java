package io.fastsocket.registry.sockets;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The state of every socket, by id, from its CONNECT until its end was handled. */
public final class Sockets {

    private final ConcurrentMap<String, ClientState> states = new ConcurrentHashMap<>();
    private final Timers timers;
    private final RecentUse use = new RecentUse();

    /**
     * Makes an empty store.
     *
     * @param timers ends questions that clients do not answer
     */
    public Sockets(Timers timers) {
        this.timers = timers;
    }

    /**
     * Makes the state of a socket.
     *
     * @param client the socket
     * @param auth what came with its CONNECT
     * @return its state
     */
    public ClientState open(ClientSocket client, Payload auth) {
        ClientState state = new ClientState(client, auth, timers);
        states.put(client.id(), state);
        return state;
    }

    /**
     * Forgets a socket.
     *
     * @param state its state
     */
    public void close(ClientState state) {
        states.remove(state.client().id(), state);
    }

    /** The state of a socket; a passing one for a socket that has just ended. */
    ClientState of(ClientSocket client) {
        ClientState state = states.get(client.id());
        return state != null ? state : new ClientState(client, Payload.NONE, timers);
    }

    /** What they lately used of plugins. */
    RecentUse use() {
        return use;
    }

    /** Waits no longer for answers that are counted there; how many that were. */
    int cutOff(Gate questions) {
        return states.values().stream()
                .mapToInt(state -> state.questions().cutOff(questions))
                .sum();
    }

    /** How many sockets are known. */
    public int count() {
        return states.size();
    }
}

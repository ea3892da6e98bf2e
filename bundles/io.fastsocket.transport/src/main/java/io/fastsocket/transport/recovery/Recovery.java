package io.fastsocket.transport.recovery;

import io.fastsocket.spi.cluster.MissedEvent;
import io.fastsocket.spi.cluster.RecoverySession;
import io.fastsocket.spi.cluster.RecoveryStore;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.Payload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the store's events into one order with what is sent and with who is in which room. All
 * that takes a place in that order does so within {@link #inOrder} or {@link #emit}, and is handed
 * to event loops by their queues only, which keep it. Usable from any thread.
 */
public final class Recovery {

    /** How socket.io-client begins its auth when it comes back. */
    private static final Pattern CLAIM =
            Pattern.compile(
                    "\\{\"pid\":\"([\\w-]{1,64})\",\"offset\":\"([\\w-]{1,64})\".*",
                    Pattern.DOTALL);

    private final RecoveryStore store;

    /**
     * Recovery out of a store.
     *
     * @param store keeps events and sessions
     */
    public Recovery(RecoveryStore store) {
        this.store = store;
    }

    /**
     * Recovery as it is configured.
     *
     * @param store somebody's; null for one of its own, in memory
     * @param time milliseconds that what clients miss is kept; 0 for not at all
     * @param bytes how much a store of its own keeps
     * @return null if it is off
     */
    public static Recovery of(RecoveryStore store, int time, int bytes) {
        if (time == 0) {
            return null;
        }
        return new Recovery(store != null ? store : new MemoryStore(time, bytes));
    }

    /**
     * What a client that comes back claims.
     *
     * @param session what it lost
     * @param offset of the last event it got
     */
    public record Claim(RecoverySession session, String offset) {}

    /**
     * Looks for a session that is asked for, and takes it.
     *
     * @param namespace the namespace asked for
     * @param auth what came with CONNECT
     * @return the claim, or null if there is none or not all that was missed is there
     */
    public Claim claim(String namespace, Payload auth) {
        Matcher claim = auth.length() < 20 ? null : CLAIM.matcher(auth.toString());
        if (claim == null || !claim.matches()) {
            return null;
        }
        String offset = claim.group(2);
        return store.take(namespace, claim.group(1))
                .filter(session -> store.missed(session, offset).isPresent())
                .map(session -> new Claim(session, offset))
                .orElse(null);
    }

    /**
     * Keeps a session.
     *
     * @param session of a client that has lost its connection
     */
    public void keep(RecoverySession session) {
        store.keep(session);
    }

    /**
     * Keeps an event and has it sent.
     *
     * @param event what and to whom
     * @param send hands the event, with its offset, to event loops' queues
     */
    public synchronized void emit(Broadcast event, Consumer<Payload> send) {
        send.accept(withOffset(event.event(), store.append(event)));
    }

    /**
     * Does something at a place in the order of events.
     *
     * @param <T> what comes of it
     * @param operation gets the place
     * @return what comes of it
     */
    public synchronized <T> T inOrder(Supplier<T> operation) {
        return operation.get();
    }

    /**
     * Where the events are.
     *
     * @return the store's position
     */
    public String position() {
        return store.position();
    }

    /**
     * Finds what was missed, at a place in the order of events.
     *
     * @param claim what the client claims
     * @param join has it join with that, by its event loop's queue; gets null if by now not all is
     *     there
     */
    public synchronized void resume(Claim claim, Consumer<List<Payload>> join) {
        Optional<List<MissedEvent>> missed = store.missed(claim.session(), claim.offset());
        join.accept(
                missed.map(
                                events ->
                                        events.stream()
                                                .map(e -> withOffset(e.event(), e.offset()))
                                                .toList())
                        .orElse(null));
    }

    /** The offset is an argument more, which clients note and handlers need not look at. */
    private static Payload withOffset(Payload event, String offset) {
        byte[] more = (",\"" + offset + "\"").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[event.length() + more.length];
        System.arraycopy(event.bytes(), event.offset(), all, 0, event.length());
        System.arraycopy(more, 0, all, event.length(), more.length);
        return new Payload(all, 0, all.length, event.attachments());
    }
}

package io.fastsocket.transport.socketio;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.spi.cluster.RecoverySession;
import io.fastsocket.spi.cluster.RecoverySession.Stay;
import io.fastsocket.transport.recovery.Recovery;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rooms a socket is in and was in lately, by the order of events: what was on its way when
 * the connection broke was meant for the rooms of then. From any thread.
 */
final class Stays {

    /** More than these that have ended are forgotten; then a client begins anew. */
    private static final int MOST_ENDED = 100;

    /** Ends that the client did not mean. */
    private static final Set<DisconnectReason> BY_ACCIDENT =
            EnumSet.of(
                    DisconnectReason.TRANSPORT_ERROR,
                    DisconnectReason.TRANSPORT_CLOSE,
                    DisconnectReason.FORCED_CLOSE,
                    DisconnectReason.PING_TIMEOUT,
                    DisconnectReason.SERVER_SHUTTING_DOWN,
                    DisconnectReason.FORCED_SERVER_CLOSE);

    private final Recovery recovery;
    private final NamespaceSocket socket;
    private final List<Stay> stays = new ArrayList<>(2);
    private String since;
    private String pid;
    private volatile boolean kept;

    Stays(Recovery recovery, NamespaceSocket socket) {
        this.recovery = recovery;
        this.socket = socket;
        since = recovery.position();
    }

    /** Goes by a secret of its own. */
    void begin(String secret) {
        pid = secret;
    }

    /** Goes on where a session ended. */
    void goOn(RecoverySession session) {
        recovery.inOrder(
                () -> {
                    pid = session.pid();
                    since = session.since();
                    return stays.addAll(0, session.stays());
                });
    }

    /** Whether the client may come back for what it misses. */
    boolean kept() {
        return kept;
    }

    String pid() {
        return pid;
    }

    void join(String room, Runnable join) {
        recovery.inOrder(
                () -> {
                    boolean here =
                            stays.stream().anyMatch(s -> s.room().equals(room) && s.to() == null);
                    join.run();
                    return here || stays.add(new Stay(room, recovery.position(), null));
                });
    }

    void leave(String room, Runnable leave) {
        recovery.inOrder(
                () -> {
                    leave.run();
                    stays.replaceAll(stay -> ended(stay, room));
                    if (stays.stream().filter(stay -> stay.to() != null).count() > MOST_ENDED) {
                        stays.removeIf(stay -> stay.to() != null);
                        since = recovery.position();
                    }
                    return null;
                });
    }

    private Stay ended(Stay stay, String room) {
        return stay.to() == null && stay.room().equals(room)
                ? new Stay(room, stay.from(), recovery.position())
                : stay;
    }

    /** The socket has ended: its session is kept if the client did not mean it. */
    void end(DisconnectReason reason) {
        if (pid != null && BY_ACCIDENT.contains(reason)) {
            recovery.inOrder(
                    () -> {
                        recovery.keep(
                                new RecoverySession(
                                        socket.namespace(),
                                        pid,
                                        socket.id(),
                                        since,
                                        List.copyOf(stays),
                                        Map.copyOf(socket.data())));
                        kept = true;
                        return null;
                    });
        }
    }
}

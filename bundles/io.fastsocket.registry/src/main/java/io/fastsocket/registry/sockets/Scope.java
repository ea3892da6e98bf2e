package io.fastsocket.registry.sockets;

import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.isolation.LimitTable;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.contract.RevisionContract;
import io.fastsocket.spi.transport.Payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One life of a plugin's bundle, from its start to its stop: what views need of the plugin, and the
 * word whether they may still be used.
 */
public final class Scope {

    private final Origin origin;
    private final Outgoing outgoing;
    private final Sockets sockets;
    private final Isolation isolation;
    private final RecentlySent sent;
    private final ServerView server = new ServerView(this);
    private volatile Codec codec;
    private volatile Gate questions = new Gate();
    private volatile boolean ended;
    private final List<Runnable> atEnd = new ArrayList<>();
    private ContractKeeper keeper;
    private volatile RevisionContract contract;

    /**
     * Begins a life.
     *
     * @param origin the bundle
     * @param outgoing the way to clients
     * @param sockets the state of all sockets
     * @param limits the limits in force
     */
    public Scope(Origin origin, Outgoing outgoing, Sockets sockets, Supplier<LimitTable> limits) {
        this.origin = origin;
        this.outgoing = outgoing;
        this.sockets = sockets;
        this.isolation = new Isolation(origin.plugin(), limits);
        this.sent = sockets.use().sent(origin.plugin());
        this.codec = new Codec(origin.loader().get());
    }

    /** The bundle. */
    public Origin origin() {
        return origin;
    }

    /** The server as the plugin sees it. */
    public ServerView server() {
        return server;
    }

    /**
     * What binds and encodes for the plugin.
     *
     * @throws IllegalStateException if the plugin's revision has ended
     */
    public Codec codec() {
        Codec current = codec;
        if (current == null) {
            throw new IllegalStateException(
                    "this revision of " + origin.plugin() + " has ended; its sockets end with it");
        }
        return current;
    }

    /** What it is held to. */
    public Isolation isolation() {
        return isolation;
    }

    /**
     * Who lately sent an event to the plugin.
     *
     * @param namespace as its handler names it
     * @param event its name
     */
    public RecentSockets received(String namespace, String event) {
        return sockets.use().received(origin.plugin(), namespace, event);
    }

    /** What the plugin lately sent. */
    public RecentlySent sent() {
        return sent;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Transports transports() {
        return outgoing.transports();
    }

    Sockets sockets() {
        return sockets;
    }

    /** Checks that views may be used. */
    void check() {
        codec();
    }

    /** Counts answers that clients still owe; closed once the revision is out of service. */
    public Gate questions() {
        return questions;
    }

    /**
     * Waits no longer for answers that clients owe.
     *
     * @return how many they were
     */
    public int cutOffQuestions() {
        return sockets.cutOff(questions);
    }

    /** Lets questions in again, after the revision came back into service. */
    public void openQuestions() {
        if (questions.closed()) {
            questions = new Gate();
        }
    }

    /**
     * Has its contract looked after by another keeper. It may take a second.
     *
     * @param now who it is; null for nobody
     */
    public synchronized void keepTo(ContractKeeper now) {
        if (Objects.equals(now, keeper) || ended) {
            return;
        }
        RevisionContract before = contract;
        keeper = now;
        contract =
                now == null
                        ? null
                        : now.open(origin.plugin(), origin.version(), origin.documents().get());
        if (before != null) {
            before.close();
        }
    }

    /** Its contract; null if nobody looks after it. */
    public RevisionContract contract() {
        return contract;
    }

    /**
     * Encodes an event, looks whether the contract allows it, and waits while the plugin sends more
     * than it may.
     *
     * @param namespace where it is sent
     * @param event its name
     * @param arguments its arguments
     * @return its payload
     * @throws IllegalArgumentException if it cannot be encoded, or the contract does not allow it
     */
    Payload encode(String namespace, String event, Object... arguments) {
        Payload payload = codec().encode(event, arguments);
        RevisionContract now = contract;
        PayloadCheck check = now == null ? null : now.sent(namespace, event);
        if (check != null) {
            Contracted.refuse("event \"" + event + "\"", check, Contracted.arguments(payload));
        }
        isolation.pace().await();
        sent.sent(event);
        return payload;
    }

    private synchronized void forgetContract() {
        if (contract != null) {
            contract.close();
        }
        contract = null;
        keeper = null;
    }

    /**
     * Has something done at its end; at once if it has ended.
     *
     * @param task does not block
     */
    public void atEnd(Runnable task) {
        synchronized (atEnd) {
            if (!ended) {
                atEnd.add(task);
                return;
            }
        }
        task.run();
    }

    private void tellEnd() {
        List<Runnable> tasks;
        synchronized (atEnd) {
            tasks = List.copyOf(atEnd);
            atEnd.clear();
        }
        tasks.forEach(Runnable::run);
    }

    /** Ends it: views throw from now on, and nothing of the plugin's classes is kept. */
    public void end() {
        Codec last = codec;
        ended = true;
        codec = null;
        tellEnd();
        forgetContract();
        if (last != null) {
            last.close();
        }
    }

    /** Whether it has ended. */
    public boolean ended() {
        return ended;
    }
}

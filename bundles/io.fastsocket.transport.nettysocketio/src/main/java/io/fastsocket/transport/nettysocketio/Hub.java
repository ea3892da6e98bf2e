package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.scheduler.CancelableScheduler;
import com.corundumstudio.socketio.scheduler.SchedulerKey;

import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.engineio.MemoryBudget;
import io.fastsocket.transport.engineio.MessageReceiver;
import io.fastsocket.transport.engineio.Notices;
import io.fastsocket.transport.http.Origins;
import io.fastsocket.transport.limits.ByAddress;
import io.fastsocket.transport.limits.Limit;
import io.fastsocket.transport.limits.LimitCounts;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.PlatformDependent;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What all connections of the engine share: its sessions above all. Usable from any thread. */
final class Hub {

    private final Map<EventExecutor, SessionLoop> loops = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> lastWords = new ConcurrentHashMap<>();
    private final ByAddress addresses = new ByAddress();
    private final LimitCounts limits = new LimitCounts();
    private final Notices notices = new Notices();

    /** Shared by broadcasts alone: how much waits for one client has a limit of its own. */
    private final MemoryBudget outgoing = new MemoryBudget(PlatformDependent.maxDirectMemory() / 4);

    private final MessageReceiver.Factory receivers;
    private final Origins origins;
    private final int firstDataTimeout;
    private CancelableScheduler timer;
    private volatile Settings settings;
    private volatile boolean stopping;

    Hub(MessageReceiver.Factory receivers, Origins origins, Settings settings) {
        this.receivers = receivers;
        this.origins = origins;
        this.settings = settings;
        firstDataTimeout = settings.configuration().getFirstDataTimeout();
    }

    /** Begins with these event loops. */
    void begin(EventLoopGroup workers) {
        for (EventExecutor loop : workers) {
            loops.put(loop, new SessionLoop((EventLoop) loop, settings.engine().scanPeriod()));
        }
    }

    /** The library's timer, before the first connection. */
    void timer(CancelableScheduler library) {
        timer = library;
    }

    /** The library does not end a session whose client takes its time with an upgrade. */
    void forgetUpgrade(ClientHead head) {
        timer.cancel(new SchedulerKey(SchedulerKey.Type.UPGRADE_TIMEOUT, head.getSessionId()));
    }

    /** Milliseconds that a request may take to be whole. */
    int firstDataTimeout() {
        return firstDataTimeout;
    }

    Collection<SessionLoop> loops() {
        return loops.values();
    }

    MemoryBudget outgoing() {
        return outgoing;
    }

    Settings settings() {
        return settings;
    }

    void settings(Settings changed) {
        settings = changed;
    }

    Origins origins() {
        return origins;
    }

    LimitCounts limits() {
        return limits;
    }

    Notices notices() {
        return notices;
    }

    boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }

    // Sessions

    int size() {
        return sessions.size();
    }

    List<Session> sessions() {
        return new ArrayList<>(sessions.values());
    }

    /** Null if there is none. */
    Session session(String sid) {
        return sessions.get(sid);
    }

    Session session(UUID sid) {
        return sessions.get(sid.toString());
    }

    boolean knows(String sid) {
        return sessions.containsKey(sid) || lastWords.containsKey(sid);
    }

    /** Keeps a place for a session; null, or why there is none. */
    EngineError reserve(InetAddress from) {
        Settings now = settings;
        if (stopping) {
            return EngineError.STOPPING;
        } else if (now.maxConnections() > 0 && sessions.size() >= now.maxConnections()) {
            limits.exceeded(Limit.MAX_CONNECTIONS);
            return EngineError.TOO_MANY_CONNECTIONS;
        } else if (!addresses.add(from, now.maxConnectionsPerAddress())) {
            limits.exceeded(Limit.MAX_CONNECTIONS_PER_ADDRESS);
            return EngineError.TOO_MANY_OF_ADDRESS;
        }
        return null;
    }

    void release(InetAddress from) {
        addresses.remove(from);
    }

    /** The library has opened a session for what this gate let in; on the gate's event loop. */
    Session open(ClientHead head, Gate gate) {
        SessionLoop loop = loops.get(gate.channel().eventLoop());
        Session session = new Session(this, head, loop, gate.handshake());
        sessions.put(session.sid(), session);
        loop.add(session);
        return session;
    }

    MessageReceiver receiver(Session session) {
        return receivers.opened(session);
    }

    void remove(Session session) {
        if (sessions.remove(session.sid(), session)) {
            release(session.handshake().remoteAddress().getAddress());
        }
    }

    // What clients that poll, and are not asking just now, are still to be told

    void leaveLastWords(String sid, String packets) {
        lastWords.put(sid, packets);
    }

    /** Null if there are none. */
    String takeLastWords(String sid) {
        return lastWords.remove(sid);
    }

    boolean idle() {
        return sessions.isEmpty() && lastWords.isEmpty();
    }
}

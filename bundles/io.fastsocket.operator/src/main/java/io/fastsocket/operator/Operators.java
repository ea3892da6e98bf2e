package io.fastsocket.operator;

import io.fastsocket.api.Emits;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;
import io.fastsocket.api.SocketServer;
import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The operators' namespace: who has the token may look, and do nothing else. Enabled by {@link
 * OperatorAccess}.
 */
@Component(name = Operators.NAME, enabled = false)
@Namespace(HandlerRegistry.OPERATOR_NAMESPACE)
@Emits(event = Topic.STATUS_NAME, payload = ServerStatus.class, to = Topic.STATUS_NAME)
@Emits(event = Topic.PLUGIN_NAME, payload = PluginChange.class, to = Topic.PLUGIN_NAME)
public final class Operators implements EventHandlers {

    static final String NAME = "io.fastsocket.operator.Operators";

    private static final Logger LOG = LoggerFactory.getLogger(Operators.class);

    /** By which token a socket was let in. */
    private static final String TOKEN = "fastsocket.operator";

    private final OperatorAccess access;
    private final Sight sight;
    private final SocketNamespace namespace;
    private final Attempts attempts = new Attempts();
    private final Ticker ticker = new Ticker(this::sendStatus);

    /**
     * Started by DS.
     *
     * @param access knows the token
     * @param sight what there is to see
     * @param server where operators are
     */
    @Activate
    public Operators(
            @Reference OperatorAccess access,
            @Reference Sight sight,
            @Reference SocketServer server) {
        this.access = access;
        this.sight = sight;
        this.namespace = server.of(HandlerRegistry.OPERATOR_NAMESPACE);
        access.listener(this::changed);
        changed(access.settings());
    }

    @Deactivate
    void deactivate() {
        access.listener(now -> {});
        ticker.close();
    }

    private void changed(Settings now) {
        ticker.every(now.interval());
        for (Socket socket : namespace.sockets()) {
            sendAwayIfOld(socket, now);
        }
    }

    /** One that was let in while the token changed is seen here, or when it has come in. */
    private static void sendAwayIfOld(Socket socket, Settings now) {
        if (socket.data().get(TOKEN, Long.class).filter(by -> by == now.number()).isEmpty()) {
            socket.disconnect();
        }
    }

    private void sendStatus() {
        try {
            if (!namespace.to(Topic.STATUS.event()).sockets().isEmpty()) {
                namespace
                        .to(Topic.STATUS.event())
                        .asVolatile()
                        .emit(Topic.STATUS.event(), sight.status());
            }
        } catch (RuntimeException e) {
            // It would be the last time.
            LOG.warn("The status could not be sent to operators", e);
        }
    }

    @OnHandshake
    void admit(Handshake handshake, Socket socket) {
        String address = handshake.remoteAddress().getHostString();
        Settings now = access.settings();
        if (attempts.tooMany(address, now.attempts(), System.nanoTime())) {
            throw refusal(ErrorCode.TOO_MANY_ATTEMPTS);
        }
        String token = token(handshake);
        if (token == null || !now.opens(token)) {
            attempts.failed(address, System.nanoTime());
            LOG.warn(
                    "An operator from {} was refused: {} token",
                    address,
                    token == null ? "no" : "wrong");
            throw refusal(ErrorCode.WRONG_TOKEN);
        }
        socket.data().put(TOKEN, now.number());
    }

    /** Null if there is none, whatever there is instead. */
    private static String token(Handshake handshake) {
        try {
            Credentials said = handshake.auth().as(Credentials.class);
            return said == null ? null : said.token();
        } catch (EventException e) {
            return null;
        }
    }

    private static EventException refusal(ErrorCode code) {
        return new EventException(code, List.of(), null);
    }

    @OnConnect
    void joined(Socket socket) {
        sendAwayIfOld(socket, access.settings());
    }

    @OnEvent("status")
    ServerStatus status() {
        return sight.status();
    }

    @OnEvent("plugins")
    List<PluginEntry> plugins() {
        return sight.plugins();
    }

    @OnEvent("events")
    List<EventEntry> events() {
        return sight.events();
    }

    @OnEvent("streams")
    List<StreamEntry> streams() {
        return sight.streams();
    }

    @OnEvent("watch")
    Watching watch(Watch watch, Socket socket) {
        Set<Topic> wanted = EnumSet.noneOf(Topic.class);
        wanted.addAll(watch.topics());
        for (Topic topic : Topic.values()) {
            if (wanted.contains(topic)) {
                socket.join(topic.event());
            } else {
                socket.leave(topic.event());
            }
        }
        return new Watching(List.copyOf(wanted), access.settings().interval().toMillis());
    }
}

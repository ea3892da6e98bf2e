package io.fastsocket.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a component whose annotated methods handle events.
 *
 * <p>It has no methods: it is there so that Declarative Services registers the component as a
 * service, which the runtime finds. A complete handler:
 *
 * <pre>{@code
 * @Component
 * @Namespace("/chat")
 * public final class Chat implements EventHandlers {
 *
 *     record Message(@NotBlank String text) {}
 *     record Receipt(String id) {}
 *
 *     @OnConnect
 *     void joined(Socket socket) {
 *         socket.join("lobby");
 *     }
 *
 *     @OnEvent("message")
 *     Receipt message(Message message, Socket socket) {
 *         socket.to("lobby").emit("message", message);
 *         return new Receipt(UUID.randomUUID().toString());
 *     }
 * }
 * }</pre>
 *
 * <p>Methods may have any visibility but private. Parameters are matched by type: {@link Socket},
 * {@link Handshake}, {@link SocketServer}, {@link EventContext}, {@link Ack} and {@link
 * DisconnectReason} are supplied by the runtime; every other parameter takes the next argument that
 * the client sent, bound strictly and validated before the method is called.
 *
 * <p>One instance serves all clients, on many threads at once; only the events of one socket are
 * handled one at a time. Methods run on virtual threads and may block, unless they are marked
 * {@linkplain OnEvent#inline() inline}.
 */
@ConsumerType
public interface EventHandlers {}

package io.fastsocket.transport;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Behaves as the server of the public Socket.IO suite does: sends {@code auth} on connecting,
 * {@code message-back} for {@code message}, an ack for whatever wants one. Refuses the namespaces
 * that it does not know. Notes what it was told.
 */
final class FakeDispatcher implements EventDispatcher {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<ClientSocket> sockets = new CopyOnWriteArrayList<>();

    /** When all that was passed on has been handled. */
    volatile CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

    /** Does something else with an event when it returns true. */
    volatile Hook hook = (socket, event) -> false;

    @FunctionalInterface
    interface Hook {
        boolean take(ClientSocket socket, InboundEvent event);
    }

    @Override
    public CompletionStage<Admission> connect(ClientSocket socket, Payload auth) {
        calls.add("ask " + socket.namespace() + " " + auth);
        Admission admission =
                switch (socket.namespace()) {
                    case "/", "/custom", "/other" ->
                            new Admission.Accepted(new Receiver(socket, auth));
                    default ->
                            new Admission.Refused(
                                    Payload.of("{\"message\":\"Invalid namespace\"}"));
                };
        return socket.namespace().equals("/other")
                ? CompletableFuture.supplyAsync(() -> admission)
                : CompletableFuture.completedFuture(admission);
    }

    final class Receiver implements SocketReceiver {
        private final ClientSocket socket;
        private final Payload auth;

        Receiver(ClientSocket socket, Payload auth) {
            this.socket = socket;
            this.auth = auth;
        }

        @Override
        public void connected() {
            calls.add("connected " + socket.namespace());
            sockets.add(socket);
            socket.emit(Payload.of("\"auth\"," + (auth.isEmpty() ? "{}" : auth)), false);
        }

        @Override
        public void event(InboundEvent event) {
            calls.add("event " + event.eventName() + " " + event.arguments());
            if (hook.take(socket, event)) {
                return;
            }
            if (event.ackWanted()) {
                socket.ack(event.ackId(), event.arguments());
            } else {
                socket.emit(named(event.eventName() + "-back", event.arguments()), false);
            }
        }

        @Override
        public void refuse(InboundEvent event, ErrorCode why) {
            Payload error = Payload.of("{\"error\":{\"code\":" + why.code() + "}}");
            if (event.ackWanted()) {
                socket.ack(event.ackId(), error);
            } else {
                socket.emit(named("error", error), false);
            }
        }

        @Override
        public void ack(long ackId, Payload arguments) {
            calls.add("ack " + ackId + " " + arguments);
        }

        @Override
        public void endOfBatch() {
            calls.add("end of batch");
        }

        @Override
        public CompletionStage<Void> settled() {
            return settled;
        }

        @Override
        public void disconnected(DisconnectReason reason) {
            calls.add("disconnected " + socket.namespace() + " " + reason);
            sockets.remove(socket);
        }
    }

    static Payload named(String name, Payload arguments) {
        String text = '"' + name + '"' + (arguments.isEmpty() ? "" : "," + arguments);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(utf8, 0, utf8.length, arguments.attachments());
    }
}

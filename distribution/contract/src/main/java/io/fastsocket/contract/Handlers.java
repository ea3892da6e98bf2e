package io.fastsocket.contract;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/**
 * The contract's handlers behind {@code spi.dispatch}: each socket's events in order, off the loop.
 */
final class Handlers implements EventDispatcher {

    private static final Executor THREADS = Thread::startVirtualThread;

    final List<String> handled = new CopyOnWriteArrayList<>();
    final CountDownLatch released = new CountDownLatch(1);

    @Override
    public CompletionStage<Admission> connect(ClientSocket socket, Payload auth) {
        boolean allowed =
                switch (socket.namespace()) {
                    case "/" -> true;
                    case "/private" -> auth.toString().equals("{\"token\":\"t\"}");
                    default -> false;
                };
        return CompletableFuture.completedFuture(
                allowed
                        ? new Admission.Accepted(new Receiver(socket))
                        : new Admission.Refused(Payload.of("{\"message\":\"not for you\"}")));
    }

    private final class Receiver implements SocketReceiver {

        private final ClientSocket socket;
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        Receiver(ClientSocket socket) {
            this.socket = socket;
        }

        @Override
        public void connected() {}

        @Override
        public void event(InboundEvent event) {
            last = last.thenRunAsync(() -> handle(event), THREADS);
        }

        private void handle(InboundEvent event) {
            String name = event.eventName();
            switch (name) {
                case "echo", "binary", "nested" -> note(event);
                case "hold" -> hold(event);
                default -> {
                    answer(event, "error", Payload.of("{\"error\":{\"code\":4004}}"));
                    return;
                }
            }
            answer(event, name + "-back", event.arguments());
        }

        private void note(InboundEvent event) {
            StringBuilder line = new StringBuilder(socket.namespace() + " " + event.eventName());
            event.arguments()
                    .attachments()
                    .forEach(bytes -> line.append(' ').append(HexFormat.of().formatHex(bytes)));
            handled.add(line.toString());
        }

        private void hold(InboundEvent event) {
            note(event);
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void answer(InboundEvent event, String name, Payload arguments) {
            if (event.ackWanted()) {
                socket.ack(event.ackId(), arguments);
            } else {
                socket.emit(named(name, arguments), false);
            }
        }

        @Override
        public void refuse(InboundEvent event, ErrorCode why) {
            answer(event, "error", Payload.of("{\"error\":{\"code\":" + why.code() + "}}"));
        }

        @Override
        public void ack(long ackId, Payload arguments) {}

        @Override
        public void endOfBatch() {}

        @Override
        public CompletionStage<Void> settled() {
            return last;
        }

        @Override
        public void disconnected(DisconnectReason reason) {}
    }

    static Payload named(String name, Payload arguments) {
        byte[] utf8 = ("\"" + name + "\"," + arguments).getBytes(StandardCharsets.UTF_8);
        return new Payload(utf8, 0, utf8.length, arguments.attachments());
    }
}

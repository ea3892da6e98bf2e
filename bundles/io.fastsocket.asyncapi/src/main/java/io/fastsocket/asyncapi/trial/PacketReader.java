package io.fastsocket.asyncapi.trial;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Makes packets of what arrives over a WebSocket, on a thread of that, and answers its pings. */
final class PacketReader implements WebSocket.Listener {

    private final Consumer<Packet> packets;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<String> gone = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Binaries binaries;

    /** The consumer takes them with all of their binaries. */
    PacketReader(Consumer<Packet> packets) {
        this.packets = packets;
    }

    /** Completes when the server has opened a session. */
    CompletableFuture<Void> opened() {
        return opened;
    }

    /** Completes when nothing arrives any more, with the reason. */
    CompletableFuture<String> gone() {
        return gone;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            take(from, whole);
        }
        from.request(1);
        return null;
    }

    private void take(WebSocket from, String message) {
        switch (message.isEmpty() ? ' ' : message.charAt(0)) {
            case '0' -> opened.complete(null);
            case '1' -> gone.complete("it said so");
            case '2' -> from.sendText("3", true);
            case '4' -> packet(message.substring(1));
            default -> {
                // Nothing else concerns a client that neither pings nor upgrades.
            }
        }
    }

    private void packet(String message) {
        Packet packet;
        try {
            packet = Packet.of(message);
        } catch (IllegalArgumentException e) {
            gone.complete(e.getMessage());
            return;
        }
        if (packet.attachments() > 0) {
            binaries = new Binaries(packet);
        } else {
            packets.accept(packet);
        }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
            bytes.reset();
            Packet complete = binaries == null ? null : binaries.add(whole);
            if (complete != null) {
                binaries = null;
                packets.accept(complete);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        gone.complete(code + (reason.isEmpty() ? "" : " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        gone.complete(Unreachable.reason(error));
    }
}

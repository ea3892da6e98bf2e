package io.fastsocket.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The WebSocket of a {@link FirstClient}: joins if need be, and has one event answered. */
final class FirstSocket implements WebSocket.Listener {

    /** Packets of Engine.IO's and Socket.IO's protocols, versions 4 and 5. */
    static final String JOIN = "40";

    private static final String PROBE = "2probe";
    private static final String PROBED = "3probe";
    private static final String UPGRADE = "5";
    private static final String OPENED = "0";

    /** The example plugin that a new home has handles it; else the answer is an error. */
    private static final String EVENT = "420[\"hello\",{\"name\":\"you\"}]";

    private static final String ANSWER = "43";
    private static final String REFUSED = "44";

    private final boolean upgrades;
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();

    private FirstSocket(boolean upgrades) {
        this.upgrades = upgrades;
    }

    /**
     * Connects, and returns when the event is answered.
     *
     * @param upgrades whether the session has been opened, and joined, by polling
     */
    static void talk(HttpClient http, URI address, boolean upgrades)
            throws IOException, InterruptedException {
        FirstSocket socket = new FirstSocket(upgrades);
        try {
            long limit = FirstClient.LIMIT.toMillis();
            WebSocket open =
                    http.newWebSocketBuilder()
                            .buildAsync(address, socket)
                            .get(limit, TimeUnit.MILLISECONDS);
            socket.answered.get(limit, TimeUnit.MILLISECONDS);
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").get(limit, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            String reason = LaunchException.reason(e.getCause());
            throw new IOException("no event was answered by WebSocket: " + reason, e);
        } catch (TimeoutException e) {
            throw new IOException("no event was answered by WebSocket within ten seconds", e);
        }
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(1);
        if (upgrades) {
            socket.sendText(PROBE, true);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        message.append(part);
        CompletionStage<?> sent = null;
        if (last) {
            sent = answer(socket, message.toString());
            message.setLength(0);
        }
        socket.request(1);
        return sent;
    }

    private CompletionStage<?> answer(WebSocket socket, String packet) {
        if (packet.startsWith(OPENED)) {
            return socket.sendText(JOIN, true);
        }
        if (packet.startsWith(JOIN)) {
            return socket.sendText(EVENT, true);
        }
        if (packet.equals(PROBED)) {
            return socket.sendText(UPGRADE, true).thenCompose(s -> s.sendText(EVENT, true));
        }
        if (packet.startsWith(ANSWER) || packet.startsWith(REFUSED)) {
            answered.complete(null);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        answered.completeExceptionally(new IOException("closed by the server: " + status));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        answered.completeExceptionally(error);
    }
}

package io.fastsocket.benchmarks;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.Frames;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.WebSocketClient;
import io.fastsocket.benchmarks.server.ServerProcess;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Waits until a server's handlers are there: FastSocket takes its plugin while it runs already. */
final class Readiness implements Receiver {

    private static final byte[] QUESTION = Frames.text("429[\"echo\",\"there?\"]");
    private static final String ANSWER = "439[\"there?\"]";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private String last = "";

    static void await(int port) throws Exception {
        try (Clients clients = new Clients(port)) {
            Readiness receiver = new Readiness();
            WebSocketClient client = WebSocketClient.open(clients, receiver, false);
            client.joined().get();
            ServerProcess.until(
                    "the handlers are there",
                    LIMIT,
                    () ->
                            clients.ask(
                                    () -> {
                                        boolean there = receiver.last.equals(ANSWER);
                                        if (!there) {
                                            client.write(QUESTION);
                                            client.flush();
                                        }
                                        return there;
                                    }));
        }
    }

    @Override
    public void message(byte[] b, int from, int length, long nanos) {
        last = new String(b, from, length, StandardCharsets.UTF_8);
    }
}

package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.WebSocketClient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many clients that come at once, but not so many that a server's backlog would not hold them. */
final class Crowd {

    private static final int AT_ONCE = 100;
    private static final long PATIENCE_S = 30;

    private Crowd() {}

    static List<WebSocketClient> open(
            Clients clients, int count, boolean raw, IntFunction<Receiver> receivers)
            throws Exception {
        List<WebSocketClient> all = new ArrayList<>();
        while (all.size() < count) {
            int from = all.size();
            int to = Math.min(count, from + AT_ONCE);
            List<WebSocketClient> some =
                    clients.ask(
                            () -> {
                                List<WebSocketClient> opened = new ArrayList<>();
                                for (int i = from; i < to; i++) {
                                    opened.add(
                                            WebSocketClient.open(clients, receivers.apply(i), raw));
                                }
                                return opened;
                            });
            for (WebSocketClient client : some) {
                await("a client is let in", client.joined());
            }
            all.addAll(some);
        }
        return all;
    }

    static <T> T await(String what, Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("not within " + PATIENCE_S + " s: " + what, e);
        }
    }
}

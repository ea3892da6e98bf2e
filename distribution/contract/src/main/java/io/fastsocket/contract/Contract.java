package io.fastsocket.contract;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the tests of an engine need. */
public interface Contract {

    /**
     * The server that most tests share; with one event loop, and with at most 1 MiB, or whatever it
     * has for that, waiting for one client.
     *
     * @return running
     */
    ServerUnderTest server();

    /**
     * Another one like it, for a test that stops it.
     *
     * @return running
     */
    ServerUnderTest start();

    /**
     * A WebSocket in the default namespace.
     *
     * @param server the server
     * @return joined
     * @throws InterruptedException if the thread is interrupted
     */
    static RawWebSocket joined(ServerUnderTest server) throws InterruptedException {
        RawWebSocket client = RawWebSocket.open(server.port());
        String answer = client.send("40").next(server.patience());
        if (!answer.startsWith("40{")) {
            throw new AssertionError(answer);
        }
        return client;
    }

    /**
     * A polling session in the default namespace.
     *
     * @param server the server
     * @return joined
     */
    static RawPolling polling(ServerUnderTest server) {
        RawPolling client = new RawPolling(server.port());
        client.post("40");
        String answer = client.poll().body();
        if (!answer.startsWith("40{")) {
            throw new AssertionError(answer);
        }
        return client;
    }

    /**
     * Waits until something holds.
     *
     * @param server says how long
     * @param what for the failure
     * @param condition looked at again and again
     */
    static void eventually(ServerUnderTest server, String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + server.patience().toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not so within " + server.patience() + ": " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}

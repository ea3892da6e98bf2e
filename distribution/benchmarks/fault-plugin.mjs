// A plugin that does wrong in all the ways that a plugin can without leaving its own code, made on the spot.
import { madeJar } from './made-plugin.mjs'

const SOURCE = `package fault;

import io.fastsocket.api.Ack;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

public final class Fault implements EventHandlers {
    private static final int PIECE = 10_000;
    private final Object left = new Object();
    private final Object right = new Object();
    static volatile byte[] last;

    @OnEvent("sleep")
    String sleep() throws InterruptedException {
        Thread.sleep(60_000);
        return "slept";
    }

    @OnEvent("throw")
    String fail() {
        throw new IllegalStateException("out of order");
    }

    /** Ten thousand events of a hundred bytes to whoever asks. */
    @OnEvent("flood")
    String flood(Socket socket) {
        String text = "x".repeat(100);
        for (int i = 0; i < 10_000; i++) {
            socket.emit("drop", text);
        }
        return "flooded";
    }

    /** A gigabyte in small pieces, each of which is garbage when the next is made. */
    @OnEvent("allocate")
    String allocate() {
        for (int i = 0; i < 1_000_000_000 / PIECE; i++) {
            last = new byte[PIECE];
        }
        return "allocated";
    }

    @OnEvent("silent")
    void silent(Ack<String> ack) {}

    /** Waits for a connection that nobody makes. */
    @OnEvent("block")
    String block() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.accept();
        }
        return "accepted";
    }

    @OnEvent("deadlock")
    String deadlock(int number) throws InterruptedException {
        Object first = number % 2 == 0 ? left : right;
        synchronized (first) {
            Thread.sleep(20);
            synchronized (first == left ? right : left) {
                return "free";
            }
        }
    }

    @OnEvent("recurse")
    int recurse(int depth) {
        return recurse(depth + 1) + depth;
    }

    @OnEvent("spin")
    long spin(int millis) {
        long until = System.nanoTime() + millis * 1_000_000L;
        long turns = 0;
        while (System.nanoTime() < until) {
            turns++;
        }
        return turns;
    }
}
`

/** The plugin, made with the JDK that runs the product. */
export function faultJar(product) {
  return madeJar(product, 'fault.Fault', SOURCE)
}

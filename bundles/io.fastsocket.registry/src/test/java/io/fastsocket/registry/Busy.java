package io.fastsocket.registry;

import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A plugin that does what its neighbours should not notice. */
final class Busy implements EventHandlers {
    final CountDownLatch release = new CountDownLatch(1);
    final AtomicInteger running = new AtomicInteger();
    final CompletableFuture<String> later = new CompletableFuture<>();
    volatile boolean broken = true;

    @OnEvent("hold")
    String hold() throws InterruptedException {
        running.incrementAndGet();
        release.await();
        return "held";
    }

    @OnEvent("later")
    CompletionStage<String> later() {
        return later;
    }

    @OnEvent("fail")
    String fail() {
        if (broken) {
            throw new IllegalStateException("out of order");
        }
        return "fine";
    }

    @OnEvent("refuse")
    String refuse(int number) {
        if (number > 0) {
            throw new EventException(10001, "not you");
        }
        return "you";
    }

    @OnEvent(value = "slow", timeout = "50ms")
    String slow() throws InterruptedException {
        new CountDownLatch(1).await();
        return "";
    }

    @OnEvent(value = "inline", inline = true)
    String inline() {
        return "at once";
    }

    @OnEvent("flood")
    int flood(Socket socket, int events) {
        for (int i = 0; i < events; i++) {
            socket.emit("drop", i);
        }
        return events;
    }

    @OnEvent("well")
    String well() {
        return "well";
    }
}

package io.fastsocket.registry.inside;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;

import java.util.concurrent.CountDownLatch;

/** A handler that says which one it is, and one call of which lasts until it is released. */
final class Named implements EventHandlers {

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    private final String name;

    Named(String name) {
        this.name = name;
    }

    @OnEvent("who")
    String who() {
        return name;
    }

    @OnEvent(value = "hold", timeout = "20s")
    String hold() throws InterruptedException {
        entered.countDown();
        release.await();
        return name;
    }
}

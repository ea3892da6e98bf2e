package io.fastsocket.registry.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class HeavinessTest {

    private long calls;
    private final Heaviness heaviness = new Heaviness(() -> calls);

    private void found(int times) {
        for (int i = 0; i < times; i++) {
            heaviness.found(System.nanoTime());
        }
    }

    @Test
    void oneCallSaysNothing() {
        found(1);
        assertThat(heaviness.now()).isFalse();
    }

    @Test
    void callsThatComputeSaySo() {
        found(2);
        assertThat(heaviness.now()).isTrue();
    }

    @Test
    void aFewAmongManyAreNotTheHandlersWay() {
        found(2);
        calls = 41;
        assertThat(heaviness.now()).isFalse();

        found(1);
        assertThat(heaviness.now()).as("one in twenty").isTrue();
    }

    @Test
    void whatItWasBeforeIsNotCounted() {
        calls = 1_000_000;
        found(2);
        assertThat(heaviness.now()).isTrue();
    }

    @Test
    void aMinuteLaterItIsForgotten() {
        long before = System.nanoTime() - Duration.ofSeconds(61).toNanos();
        heaviness.found(before);
        heaviness.found(before);
        assertThat(heaviness.now()).isFalse();
    }
}

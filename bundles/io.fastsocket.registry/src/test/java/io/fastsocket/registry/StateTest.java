package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.StateHandover;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.HandlerService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

class StateTest {

    private final Registry registry = new Registry(Given.parkTime(Duration.ofMinutes(10)));

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Counter implements EventHandlers, StateHandover {

        record Kept(int count) {}

        private int count;
        private boolean broken;

        @OnEvent("count")
        int count() {
            return ++count;
        }

        @Override
        public Object handOver() {
            if (broken) {
                throw new IllegalStateException("torn");
            }
            return new Kept(count);
        }

        @Override
        public void takeOver(Json state) {
            count = state.as(Kept.class).count();
        }
    }

    private static void counted(FakeClient client, int count) {
        assertThat(client.call("count", "")).isEqualTo("" + count);
    }

    @Test
    void stateGoesFromOneRevisionToTheNextAsJson() {
        Plugins.Fake old = Plugins.staged(registry, "counter", new Counter());
        old.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        counted(client, 1);
        counted(client, 2);

        Plugins.Fake next = Plugins.staged(registry, "counter", new Counter());
        assertThat(old.revision.park().toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(60));
        assertThat(old.revision.hasState()).isTrue();
        var states = old.revision.handOver();
        assertThat(states.get("Counter")).hasToString("{\"count\":2}");
        long asked = client.send("count", "");
        next.revision.takeOver(states);
        next.revision.commit(old.revision);
        assertThat(client.ackOf(asked)).isEqualTo("3");
    }

    @Test
    void oneThatComesToNothingLeavesTheOldOneAsItWas() {
        Plugins.Fake old = Plugins.staged(registry, "counter", new Counter());
        old.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        counted(client, 1);
        Plugins.Fake next = Plugins.staged(registry, "counter", new Counter());
        old.revision.park();
        old.revision.handOver();
        assertThatThrownBy(
                        () ->
                                next.revision.takeOver(
                                        Map.of(
                                                "Counter",
                                                io.fastsocket.spi.transport.Payload.of(
                                                        "{\"count\":\"two\"}"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Counter.takeOver failed");
        old.revision.commit(null);
        counted(client, 2);
    }

    @Test
    void oneThatCannotTellItsStateIsNamed() {
        Counter broken = new Counter();
        broken.broken = true;
        Plugins.Fake old = Plugins.staged(registry, "counter", broken);
        old.revision.commit(null);
        old.revision.park();
        assertThatThrownBy(old.revision::handOver)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Counter.handOver failed");
    }

    @Test
    void aComponentThatIsMadeAnewHasWhatItHadBefore() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "counter", false);
        HandlerService first = plugin.add(new Counter());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        counted(client, 1);
        registry.remove(plugin.revision, first);
        plugin.add(new Counter());
        counted(client, 2);
    }

    @Test
    void whatGoesForGoodLeavesNothing() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "counter", false);
        HandlerService first = plugin.add(new Counter());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        counted(client, 1);
        plugin.active.set(false);
        registry.remove(plugin.revision, first);
        plugin.revision.stopped();
        plugin.active.set(true);
        plugin.add(new Counter());
        counted(client, 1);
    }
}

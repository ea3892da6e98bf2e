package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.HandlerService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.Semaphore;

/** Few events may hold much. */
class BytesTest {

    private static final String BIG = "\"" + "x".repeat(3_000) + "\"";

    private final Registry registry = new Registry(Given.bytes(10_000, 10_000));
    private final Slow slow = new Slow();

    @AfterEach
    void close() {
        slow.turns.release(1000);
        registry.close();
    }

    static final class Slow implements EventHandlers {
        final Semaphore turns = new Semaphore(0);

        @OnEvent("slow")
        void slow(Json json) throws InterruptedException {
            turns.acquire();
        }

        @OnEvent(value = "free", ordered = false)
        void free(Json json) throws InterruptedException {
            turns.acquire();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "free"})
    void bytesPauseReadingUntilHalfAreLeft(String event) {
        Plugins.serving(registry, slow);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        for (int i = 0; i < 3; i++) {
            client.send(event, BIG);
        }
        assertThat(client.paused).hasValue(0);
        client.send(event, "{\"_placeholder\":true,\"num\":0}", new byte[3_000]);
        assertThat(client.paused).hasValue(1);

        slow.turns.release(2);
        Await.until("two", () -> client.acks.size() == 2);
        assertThat(client.resumed).hasValue(0);
        slow.turns.release();
        Await.until("resumed", () -> client.resumed.get() == 1);
        slow.turns.release();
        Await.until("all", () -> client.acks.size() == 4);
        assertThat(client.paused).hasValue(1);
        assertThat(client.resumed).hasValue(1);
    }

    @Test
    void oneEventAloneDoesNotKeepTheClientsAnswersAway() {
        Plugins.serving(registry, slow);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        slow.turns.release();
        client.call("slow", "1");
        client.send("slow", "0", new byte[20_000]);
        // The call before may still be counted for a moment after its answer.
        Await.until("reading", () -> client.paused.get() == client.resumed.get());
    }

    @Test
    void parkedEventsAreBoundedByBytesOfAllSockets() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "slow", false);
        HandlerService service = plugin.add(slow);
        FakeClient one = FakeClient.join(registry.dispatcher(), "/");
        FakeClient two = FakeClient.join(registry.dispatcher(), "/");
        slow.turns.release(2);
        one.call("slow", "1");
        two.call("slow", "1");
        registry.remove(plugin.revision, service);

        one.send("slow", BIG);
        one.send("slow", BIG);
        two.send("slow", BIG);
        Await.until("waiting", () -> registry.parkedEvents() == 3);
        assertThat(two.call("slow", "0", new byte[20_000])).contains("5003");
        assertThat(one.acks).hasSize(1);

        slow.turns.release(10);
        plugin.add(slow);
        Await.until("handled", () -> one.acks.size() == 3);
        assertThat(one.acks.get(2L).toString()).isEmpty();
    }
}

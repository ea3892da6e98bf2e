package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.Overflow;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.spi.observe.StreamInfo;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** What becomes of elements that come faster than a stream takes them. */
class StreamOverflowTest {

    private final Registry registry = new Registry(Given.handlerTimeout(Duration.ofMinutes(10)));

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Slow implements EventHandlers {

        final CountDownLatch release = new CountDownLatch(1);
        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        private Completable slowly(Flowable<Integer> numbers, String name) {
            return numbers.doOnNext(
                            n -> {
                                seen.add(name + n);
                                release.await();
                            })
                    .ignoreElements();
        }

        @OnStream(value = "wait", buffer = 2)
        Completable waits(Flowable<Integer> numbers) {
            return slowly(numbers, "w");
        }

        @OnStream(value = "oldest", buffer = 2, overflow = Overflow.DROP_OLDEST)
        Completable oldest(Flowable<Integer> numbers) {
            return slowly(numbers, "o");
        }

        @OnStream(value = "latest", overflow = Overflow.LATEST)
        Completable latest(Flowable<Integer> numbers) {
            return slowly(numbers, "l");
        }

        @OnStream(value = "error", buffer = 2, overflow = Overflow.ERROR)
        Completable error(Flowable<Integer> numbers) {
            return slowly(numbers, "e");
        }

        @OnStream(value = "handled", buffer = 2, observe = true)
        Completable observed(Flowable<Integer> numbers) {
            return slowly(numbers, "h");
        }

        @OnEvent("handled")
        void handled(int number) {}
    }

    private StreamInfo.Buffer buffer(String name) {
        return registry.streams().stream()
                .filter(stream -> stream.stream().equals("Slow." + name))
                .findFirst()
                .orElseThrow()
                .buffer();
    }

    private static void send(FakeClient client, Slow slow, String event) {
        client.call(event, "1");
        String first = event.charAt(0) + "1";
        Await.until("the stream is held up", () -> slow.seen.contains(first));
        for (int i = 2; i <= 6; i++) {
            client.call(event, "" + i);
        }
    }

    private static void sees(Slow slow, String... wanted) {
        slow.release.countDown();
        String kind = wanted[0].substring(0, 1);
        Await.until(
                "all seen",
                () -> slow.seen.stream().filter(s -> s.startsWith(kind)).count() == wanted.length);
        assertThat(slow.seen.stream().filter(s -> s.startsWith(kind))).containsExactly(wanted);
    }

    @Test
    void theOldestMakeRoom() {
        Slow slow = new Slow();
        Plugins.serving(registry, slow);
        send(FakeClient.join(registry.dispatcher(), "/"), slow, "oldest");

        assertThat(buffer("oldest")).isEqualTo(new StreamInfo.Buffer(2, 2, "drop_oldest", 3));
        sees(slow, "o1", "o5", "o6");
    }

    @Test
    void theLatestAloneIsKept() {
        Slow slow = new Slow();
        Plugins.serving(registry, slow);
        send(FakeClient.join(registry.dispatcher(), "/"), slow, "latest");

        assertThat(buffer("latest").dropped()).isEqualTo(4);
        sees(slow, "l1", "l6");
    }

    @Test
    void theSenderIsToldWhatFoundNoRoom() {
        Slow slow = new Slow();
        Plugins.serving(registry, slow);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        send(client, slow, "error");

        assertThat(client.acks.get(2L).toString()).isEmpty();
        assertThat(client.acks.get(3L).toString()).contains("5006", "overloaded");
        assertThat(buffer("error").dropped()).isEqualTo(3);
        sees(slow, "e1", "e2", "e3");
    }

    @Test
    void observersHoldUpNobody() {
        Slow slow = new Slow();
        Plugins.serving(registry, slow);
        send(FakeClient.join(registry.dispatcher(), "/"), slow, "handled");

        // Observers get an event once it has been answered.
        Await.until("all have come", () -> buffer("observed").dropped() == 3);
        sees(slow, "h1", "h2", "h3");
    }

    @Test
    void whoSendsMoreThanThereIsRoomForWaits() {
        Slow slow = new Slow();
        Plugins.serving(registry, slow);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("wait", "1");
        Await.until("the stream is held up", () -> slow.seen.contains("w1"));
        client.call("wait", "2");
        client.call("wait", "3");
        long fourth = client.send("wait", "4");
        assertThat(FakeClient.join(registry.dispatcher(), "/").call("handled", "1")).isEmpty();
        assertThat(client.acks).doesNotContainKey(fourth);

        sees(slow, "w1", "w2", "w3", "w4");
        assertThat(client.ackOf(fourth)).isEmpty();
        assertThat(buffer("waits").dropped()).isZero();
    }

    @Test
    void nobodyWaitsForEver() {
        Slow slow = new Slow();
        Plugins.serving(registry, slow);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("wait", "1");
        Await.until("the stream is held up", () -> slow.seen.contains("w1"));
        client.call("wait", "2");
        client.call("wait", "3");

        registry.settings(Given.handlerTimeout(Duration.ofMillis(200)));
        assertThat(client.call("wait", "4")).contains("5004");
        sees(slow, "w1", "w2", "w3");
    }
}

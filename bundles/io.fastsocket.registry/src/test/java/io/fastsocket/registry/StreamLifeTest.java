package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Emission;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnStream;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.observe.StreamState;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Streams begin, fail, end, and hand over to the next revision. */
class StreamLifeTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final FakeTransport transport = new FakeTransport();

    @BeforeEach
    void begin() {
        registry.transports().set(transport);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    /** Sums windows that no test fills, but for their end. */
    static final class Sums implements EventHandlers {

        final AtomicLong sum = new AtomicLong();
        final AtomicInteger calls = new AtomicInteger();

        @OnStream("n")
        @Emits(event = "sum", payload = Long.class)
        Flowable<Long> sums(Flowable<Integer> numbers) {
            calls.incrementAndGet();
            return numbers.window(100_000)
                    .flatMapSingle(w -> w.map(Integer::longValue).reduce(0L, Long::sum))
                    .doOnNext(sum::addAndGet);
        }
    }

    private StreamInfo only() {
        assertThat(registry.streams()).hasSize(1);
        return registry.streams().getFirst();
    }

    @Test
    void eachElementGoesToOneRevisionAndUnfilledWindowsComeOut() {
        Sums first = new Sums();
        Plugins.Fake serving = Plugins.staged(registry, "a", first);
        assertThat(first.calls).hasValue(0);
        serving.revision.commit(null);
        List<Sums> all = new ArrayList<>(List.of(first));
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        long sent = 0;
        for (int swap = 0; swap < 20; swap++) {
            Sums sums = new Sums();
            all.add(sums);
            Plugins.Fake next = Plugins.staged(registry, "a", sums);
            CompletableFuture<Void> drained = null;
            for (int i = 1; i <= 400; i++) {
                client.add("n", "" + i);
                sent += i;
                if (i % 7 == 0) {
                    client.receiver.endOfBatch();
                }
                if (i == 200) {
                    drained = next.revision.commit(serving.revision).toCompletableFuture();
                }
            }
            client.receiver.endOfBatch();
            drained.orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(all.get(swap).calls).hasValue(1);
            serving = next;
        }
        Await.until("all answered", () -> client.ackOrder.size() == 8000);
        assertThat(client.ackOrder).allMatch(String::isEmpty);
        serving.revision.close().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();

        assertThat(all.stream().mapToLong(s -> s.sum.get()).sum()).isEqualTo(sent);
        long emitted =
                transport.broadcasts.stream()
                        .mapToLong(b -> Long.parseLong(b.event().toString().substring(6)))
                        .sum();
        assertThat(emitted).isEqualTo(sent);
        assertThat(registry.streams()).isEmpty();
    }

    static final class Moody implements EventHandlers {

        final Queue<String> seen = new ConcurrentLinkedQueue<>();
        final AtomicInteger calls = new AtomicInteger();

        @OnStream("word")
        Flowable<Emission> words(Flowable<String> words) {
            calls.incrementAndGet();
            return words.map(
                    word -> {
                        if (word.equals("bad")) {
                            throw new IllegalStateException("no such word");
                        }
                        seen.add(word);
                        return Emission.of(word);
                    });
        }
    }

    @Test
    void anErrorRestartsTheStreamAndIsReported() {
        Moody moody = new Moody();
        Plugins.serving(registry, moody);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("word", "\"one\"");
        client.call("word", "\"bad\"");
        client.call("word", "\"two\"");

        Await.until("goes on", () -> moody.seen.size() == 2);
        assertThat(moody.seen).containsExactly("one", "two");
        assertThat(moody.calls).hasValue(2);
        assertThat(only().restarts()).isEqualTo(1);
        assertThat(only().lastError()).contains("no such word");
        assertThat(only().state()).isEqualTo(StreamState.RUNNING);
    }

    static final class Alone implements EventHandlers {

        final Queue<String> seen = new ConcurrentLinkedQueue<>();
        final AtomicInteger calls = new AtomicInteger();

        @OnStream("word")
        void words(Flowable<String> words) {
            calls.incrementAndGet();
            var unused =
                    words.subscribe(
                            word -> {
                                if (word.equals("bad")) {
                                    throw new IllegalStateException("no such word");
                                }
                                seen.add(word);
                            });
        }
    }

    @Test
    void aMethodThatSubscribesByItselfIsCalledAgainToo() {
        Alone alone = new Alone();
        Plugins.serving(registry, alone);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("word", "\"bad\"");
        client.call("word", "\"two\"");

        Await.until("goes on", () -> alone.seen.size() == 1);
        assertThat(alone.calls).hasValue(2);
        assertThat(only().lastError()).contains("no such word");
    }

    static final class Once implements EventHandlers {
        @OnStream("word")
        @Emits(event = "first", payload = String.class)
        Flowable<String> first(Flowable<String> words) {
            return words.take(1);
        }
    }

    @Test
    void oneThatEndsByItselfIsShownAsEndedAndTakesNothing() {
        Plugins.Fake plugin = Plugins.serving(registry, new Once());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("word", "\"one\"");

        Await.until("ended", () -> only().state() == StreamState.ENDED);
        assertThat(client.call("word", "\"two\"")).contains("4004");
        assertThat(transport.broadcasts).hasSize(1);
        assertThat(plugin.revision.close().toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(60));
    }

    static final class Endless implements EventHandlers {
        @OnStream("word")
        Completable words(Flowable<String> words) {
            return words.ignoreElements().andThen(Completable.never());
        }
    }

    @Test
    void oneThatDoesNotEndIsCutOff() {
        registry.settings(Given.callWait(Duration.ofMillis(300)));
        Plugins.Fake plugin = Plugins.staged(registry, "a", new Endless());
        plugin.revision.commit(null);
        FakeClient.join(registry.dispatcher(), "/").call("word", "\"one\"");

        assertThat(plugin.revision.close().toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(60));
    }

    @Test
    void aComponentThatIsMadeAnewCompletesItsStream() {
        registry.settings(Given.callWait(Duration.ofMinutes(10)));
        Sums first = new Sums();
        Plugins.Fake plugin = Plugins.staged(registry, "a");
        HandlerService service = plugin.add(first);
        plugin.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("n", "5");

        registry.remove(plugin.revision, service);

        assertThat(first.sum).hasValue(5);
        long waiting = client.send("n", "6");
        Sums second = new Sums();
        plugin.add(second);
        assertThat(client.ackOf(waiting)).isEmpty();
        plugin.revision.close().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(second.sum).hasValue(6);
    }

    @Test
    void streamsOfWhatIsTriedOutBeginWhenItIsPromoted() {
        Sums before = new Sums();
        Plugins.Fake one = Plugins.staged(registry, "a", before);
        one.revision.commit(null);
        Sums tried = new Sums();
        Plugins.Fake two = Plugins.staged(registry, "a", tried);
        two.revision.tryOut(one.revision, HandlerRevision.ALL / 2);
        for (int i = 0; i < 20; i++) {
            assertThat(FakeClient.join(registry.dispatcher(), "/").call("n", "1")).isEmpty();
        }
        assertThat(tried.calls).hasValue(0);

        two.revision.commit(one.revision).toCompletableFuture().join();

        assertThat(before.sum).hasValue(20);
        FakeClient.join(registry.dispatcher(), "/").call("n", "3");
        two.revision.close().toCompletableFuture().join();
        assertThat(tried.sum).hasValue(3);
    }

    @Test
    void aRollbackBeginsTheStreamAgain() {
        Sums sums = new Sums();
        Plugins.Fake one = Plugins.staged(registry, "a", sums);
        one.revision.commit(null);
        Plugins.Fake two = Plugins.staged(registry, "a", new Sums());
        two.revision.commit(one.revision).toCompletableFuture().join();

        one.revision.commit(two.revision).toCompletableFuture().join();

        FakeClient.join(registry.dispatcher(), "/").call("n", "7");
        Await.until("taken", () -> only().elements().received() == 1);
        Await.until("called again", () -> sums.calls.get() == 2);
    }
}

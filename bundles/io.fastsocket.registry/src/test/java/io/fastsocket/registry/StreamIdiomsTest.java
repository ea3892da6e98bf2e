package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Emission;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnStream;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.Settings;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What the page on streams shows: to decide, to transform, and to look things up. */
class StreamIdiomsTest {

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

    private List<String> sent() {
        return transport.broadcasts.stream().map(b -> b.event().toString()).toList();
    }

    record Order(String item, int cents) {}

    record Priced(String item, String supplier) {}

    static final class Desk implements EventHandlers {

        final AtomicInteger looking = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final AtomicBoolean virtual = new AtomicBoolean(true);
        final CountDownLatch together = new CountDownLatch(4);
        final Semaphore answers = new Semaphore(0);

        @OnStream("order")
        Flowable<Emission> sorted(Flowable<Order> orders) {
            return orders.publish(
                    all ->
                            Flowable.merge(
                                    all.filter(order -> order.cents() >= 1000)
                                            .map(order -> Emission.of("large", order.item())),
                                    all.filter(order -> order.cents() < 1000)
                                            .buffer(2)
                                            .map(few -> Emission.of("small", few.size()))));
        }

        @OnStream("look")
        @Emits(event = "priced", payload = Priced.class)
        Flowable<Priced> priced(Flowable<String> items) {
            return items.concatMapEager(
                    item ->
                            Single.fromCallable(() -> lookUp(item))
                                    .subscribeOn(Schedulers.io())
                                    .toFlowable(),
                    4,
                    1);
        }

        private Priced lookUp(String item) throws InterruptedException {
            most.accumulateAndGet(looking.incrementAndGet(), Math::max);
            virtual.compareAndSet(true, Thread.currentThread().isVirtual());
            together.countDown();
            together.await();
            answers.acquire();
            looking.decrementAndGet();
            return new Priced(item, "S" + item);
        }
    }

    @Test
    void whatAStreamDecidesGoesSeveralWays() {
        Plugins.serving(registry, new Desk());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("order", "{\"item\":\"a\",\"cents\":5}");
        client.call("order", "{\"item\":\"b\",\"cents\":5000}");
        client.call("order", "{\"item\":\"c\",\"cents\":6}");

        Await.until("sent", () -> transport.broadcasts.size() == 2);
        assertThat(sent()).containsExactly("\"large\",\"b\"", "\"small\",2");
    }

    @Test
    void lookUpsBlockVirtualThreadsAndNoMoreThanAllowedAtOnce() {
        Desk desk = new Desk();
        Plugins.serving(registry, desk);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        IntStream.range(0, 20).forEach(i -> client.call("look", "\"" + i + "\""));
        Await.until("as many as may", () -> desk.most.get() == 4);
        desk.answers.release(20);

        Await.until("all are priced", () -> transport.broadcasts.size() == 20);
        assertThat(sent())
                .isEqualTo(
                        IntStream.range(0, 20)
                                .mapToObj(
                                        i ->
                                                "\"priced\",{\"item\":\"%1$d\",\"supplier\":\"S%1$d\"}"
                                                        .formatted(i))
                                .toList());
        assertThat(desk.most).hasValue(4);
        assertThat(desk.virtual).isTrue();
    }
}

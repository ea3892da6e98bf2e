package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Emission;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnStream;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.Settings;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Each plugin's streams have threads of their own, whatever of RxJava they use. */
class StreamThreadsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final FakeTransport transport = new FakeTransport();
    private final Logger logger = Logger.getLogger("io.fastsocket.registry");
    private final Lines lines = new Lines();

    @BeforeEach
    void begin() {
        registry.transports().set(transport);
        logger.addHandler(lines);
    }

    @AfterEach
    void close() {
        logger.removeHandler(lines);
        registry.close();
    }

    /** The plugin that each line is about, by its text. */
    private static final class Lines extends Handler {
        final Map<String, String> plugins = new ConcurrentHashMap<>();

        @Override
        public void publish(LogRecord line) {
            Map<String, String> context = new TreeMap<>();
            LogContext.tell(context::put);
            plugins.put(line.getMessage(), context.getOrDefault("plugin", ""));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    static final class Blocking implements EventHandlers {

        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger blocked = new AtomicInteger();

        @OnStream("block")
        Completable block(Flowable<Integer> numbers) {
            // More of them than there are computation threads.
            return numbers.flatMapCompletable(
                    n ->
                            Flowable.range(0, 4 * Runtime.getRuntime().availableProcessors())
                                    .flatMapCompletable(
                                            i ->
                                                    Completable.fromAction(this::await)
                                                            .subscribeOn(Schedulers.computation()))
                                    .andThen(Completable.complete()));
        }

        private void await() throws InterruptedException {
            blocked.incrementAndGet();
            release.await();
        }
    }

    static final class Timed implements EventHandlers {

        final Queue<String> threads = new ConcurrentLinkedQueue<>();

        @OnStream("tick")
        Flowable<Emission> ticks(Flowable<Integer> numbers) {
            return numbers.flatMapSingle(n -> Single.timer(5, TimeUnit.MILLISECONDS))
                    .observeOn(Schedulers.computation())
                    .doOnNext(n -> threads.add(Thread.currentThread().getName()))
                    .observeOn(Schedulers.io())
                    .doOnNext(n -> threads.add(Thread.currentThread().getName()))
                    .observeOn(Schedulers.single())
                    .doOnNext(n -> threads.add(Thread.currentThread().getName()))
                    .map(n -> Emission.of("tock"));
        }
    }

    @Test
    void whatBlocksInOnePluginStallsNoOther() {
        Blocking blocking = new Blocking();
        new Plugins.Fake(registry, "blocking", false).add(blocking);
        Timed timed = new Timed();
        new Plugins.Fake(registry, "timed", false).add(timed);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("block", "1");
        int all = Runtime.getRuntime().availableProcessors();
        Await.until("all its threads are blocked", () -> blocking.blocked.get() == all);
        client.call("tick", "1");

        Await.until("the other goes on", () -> transport.broadcasts.size() == 1);
        assertThat(timed.threads)
                .hasSize(3)
                .allMatch(name -> name.startsWith("fastsocket-stream-timed"));
        blocking.release.countDown();
    }

    static final class Careless implements EventHandlers {
        @OnStream("drop")
        Completable drop(Flowable<String> words) {
            return words.doOnNext(
                            word ->
                                    RxJavaPlugins.onError(
                                            new IllegalStateException("lost " + word)))
                    .ignoreElements();
        }
    }

    @Test
    void errorsThatReachNobodyAreInTheLogWithThePluginsName() {
        new Plugins.Fake(registry, "careless", false).add(new Careless());

        FakeClient.join(registry.dispatcher(), "/").call("drop", "\"a\"");

        String line = "An error in RxJava of plugin careless reached no subscriber";
        Await.until("logged", () -> lines.plugins.containsKey(line));
        assertThat(lines.plugins.get(line)).isEqualTo("careless");
    }

    @Test
    void rxJavaIsAsItWasOnceTheRuntimeHasGone() {
        Plugins.serving(registry, new Timed());
        assertThat(RxJavaPlugins.getErrorHandler()).isNotNull();

        registry.close();

        assertThat(RxJavaPlugins.getErrorHandler()).isNull();
        assertThat(RxJavaPlugins.getComputationSchedulerHandler()).isNull();
    }
}

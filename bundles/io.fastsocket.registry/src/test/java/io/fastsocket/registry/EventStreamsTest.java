package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventStreams;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.registry.routing.Subscriptions;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/** Streams composed by hand, of other plugins' events. */
class EventStreamsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Speaker implements EventHandlers {

        @OnEvent("say")
        String say(Json what) {
            if (what.toString().equals("\"bad\"")) {
                throw new EventException(10001, "bad");
            }
            return "heard";
        }

        @OnEvent("shout")
        void shout(String what) {}
    }

    private static <T> Flowable<T> flowable(Flow.Publisher<T> stream) {
        return Flowable.fromPublisher(FlowAdapters.toPublisher(stream));
    }

    @Test
    void severalEventsAreOneStreamFromCommitToEnd() {
        new Plugins.Fake(registry, "speaker", false).add(new Speaker());
        Plugins.Fake watcher = Plugins.staged(registry, "watcher");
        EventStreams streams = new Subscriptions(watcher.revision);
        Flowable<String> all =
                flowable(streams.of("/", "say", String.class))
                        .mergeWith(
                                flowable(streams.received("/", "shout", String.class))
                                        .map(s -> s.element() + " " + s.socket().id()));
        var unused = all.subscribe(seen::add, e -> seen.add("" + e), () -> seen.add("over"));
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("say", "\"early\"");

        watcher.revision.commit(null);
        client.call("say", "\"hi\"");
        client.call("say", "\"bad\"");
        client.call("say", "7");
        client.call("shout", "\"ho\"");

        Await.until("seen", () -> seen.size() == 2);
        assertThat(seen).containsExactlyInAnyOrder("hi", "ho " + client.id());
        assertThat(registry.streams())
                .extracting(s -> s.stream() + " " + s.elements().unfit())
                .containsExactly("EventStreams.say 1", "EventStreams.shout 0");
        assertThat(watcher.revision.components()).isEmpty();
        assertThat(watcher.revision.close().toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(60));
        assertThat(seen).contains("over").hasSize(3);
        assertThat(registry.streams()).isEmpty();
    }

    static final class Joining implements EventHandlers {
        private EventStreams streams;
        private volatile boolean completed;

        @OnStream("murmur")
        @Emits(event = "both", payload = String.class)
        Flowable<String> both(Flowable<String> murmured) {
            return flowable(streams.of("/", "shout", String.class))
                    .mergeWith(murmured)
                    .doOnComplete(() -> completed = true);
        }
    }

    /** As when its settings are edited, or the server stops: the plugin's revision stays. */
    @Test
    void aStreamThatIsPartOfAMethodsIsCompletedWithIt() {
        Joining joining = new Joining();
        new Plugins.Fake(registry, "speaker", false).add(new Speaker());
        Plugins.Fake plugin = Plugins.staged(registry, "joining");
        joining.streams = new Subscriptions(plugin.revision);
        HandlerService service = plugin.add(joining);
        plugin.revision.commit(null);
        Await.until("both", () -> registry.streams().size() == 2);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("shout", "\"ho\"");

        assertThat(plugin.revision.remove(service)).succeedsWithin(Duration.ofSeconds(60));

        assertThat(joining.completed).as("not cut off").isTrue();
        // What clients send waits for the component to be back; nothing does for the other one.
        Await.until("left", () -> registry.streams().size() == 1);
        assertThat(registry.streams().getFirst().stream()).isEqualTo("Joining.both");
    }

    @Test
    void whoWantsNoMoreLeavesNothing() {
        Plugins.Fake plugin = Plugins.serving(registry, new Speaker());
        EventStreams streams = new Subscriptions(plugin.revision);
        Disposable some =
                flowable(streams.of("/", "say", Json.class)).subscribe(j -> seen.add("" + j));
        var unused = flowable(streams.of("/", "say", Json.class)).take(1).subscribe();
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("say", "{\"a\":1}");
        Await.until("one has had enough", () -> registry.streams().size() == 1);
        Await.until("seen", () -> seen.contains("{\"a\":1}"));

        some.dispose();

        Await.until("none is left", () -> registry.streams().isEmpty());
        assertThat(client.call("say", "1")).isEqualTo("\"heard\"");
    }

    @Test
    void streamsThatCannotBeAreRefusedAtOnce() {
        EventStreams streams = new Subscriptions(Plugins.serving(registry).revision);

        assertThatThrownBy(() -> streams.of("chat", "say", String.class))
                .hasMessageContaining("must begin with a slash");
        assertThatThrownBy(() -> streams.of("/", "connect", String.class))
                .hasMessageContaining("Socket.IO's own");
        assertThatThrownBy(() -> streams.of("/", "say", Thread.class))
                .hasMessageContaining("cannot be bound from JSON");
    }
}

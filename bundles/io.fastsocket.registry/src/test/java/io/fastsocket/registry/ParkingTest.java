package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Those who stand before handlers, and are away for a moment. */
class ParkingTest {

    private final Registry registry = new Registry(Given.parkTime(Duration.ofMinutes(10)));

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Door implements EventHandlers {
        @OnHandshake
        void admit(Handshake handshake) {
            if (handshake.auth().text().equals("{}")) {
                throw new EventException(10001, "please sign in");
            }
        }
    }

    static final class Guard implements EventInterceptor {
        @Override
        public void onEvent(EventContext event) {
            if (event.arguments().text().equals("[13]")) {
                throw new EventException(10013, "unlucky");
            }
        }
    }

    static final class Echo implements EventHandlers {
        @OnEvent("echo")
        int echo(int i) {
            return i;
        }

        @OnEvent(value = "inline", inline = true)
        int inline(int i) {
            return i;
        }
    }

    private CompletableFuture<Admission> connect(String auth) {
        return registry.dispatcher()
                .connect(new FakeClient("/"), Payload.of(auth))
                .toCompletableFuture();
    }

    @Test
    void clientsWaitForTheDoorThatIsAway() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "door", false);
        HandlerService door = plugin.add(new Door());
        registry.remove(plugin.revision, door);
        CompletableFuture<Admission> good = connect("{\"a\":1}");
        CompletableFuture<Admission> bad = connect("{}");
        Await.until("asking", () -> registry.sockets().count() == 2);
        assertThat(good).isNotDone();

        plugin.add(new Door());

        assertThat(good)
                .succeedsWithin(Duration.ofSeconds(60))
                .isInstanceOf(Admission.Accepted.class);
        assertThat(bad)
                .succeedsWithin(Duration.ofSeconds(60))
                .isInstanceOf(Admission.Refused.class);
    }

    @Test
    void clientsAreRefusedWhenTheDoorStaysAway() {
        registry.settings(Given.parkTime(Duration.ofMillis(50)));
        Plugins.Fake plugin = new Plugins.Fake(registry, "door", false);
        registry.remove(plugin.revision, plugin.add(new Door()));

        Admission late = connect("{\"a\":1}").join();

        assertThat(((Admission.Refused) late).error().toString()).contains("5003");
        assertThat(registry.sockets().count()).isZero();
    }

    @Test
    void nothingPassesAGuardThatIsAway() {
        Plugins.serving(registry, new Echo());
        Plugins.Fake plugin = new Plugins.Fake(registry, "guard", false);
        HandlerService guard = plugin.add(new Guard());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(client.call("echo", "13")).contains("10013");
        registry.remove(plugin.revision, guard);

        long good = client.send("echo", "1");
        long bad = client.send("echo", "13");
        long inline = client.send("inline", "13");
        long unknown = client.send("unknown", "13");
        Await.until("waiting", () -> registry.parkedEvents() == 4);
        assertThat(client.acks).doesNotContainKeys(good, bad, inline, unknown);
        plugin.add(new Guard());

        assertThat(client.ackOf(good)).isEqualTo("1");
        assertThat(client.ackOf(bad)).contains("10013");
        assertThat(client.ackOf(inline)).contains("10013");
        assertThat(client.ackOf(unknown)).contains("10013");
    }

    @Test
    void inlineEventsOfAnIdleSocketWaitForAGuardThatIsAway() {
        Plugins.serving(registry, new Echo());
        Plugins.Fake plugin = new Plugins.Fake(registry, "guard", false);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("echo", "1");
        registry.remove(plugin.revision, plugin.add(new Guard()));

        long inline = client.send("inline", "13");
        Await.until("waiting", () -> registry.parkedEvents() == 1);
        plugin.add(new Guard());

        assertThat(client.ackOf(inline)).contains("10013");
    }
}

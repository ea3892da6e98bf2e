package io.fastsocket.registry.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.BroadcastOperator;
import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;
import io.fastsocket.api.SocketServer;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.spi.transport.SocketTransport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Handlers of bundles without a deployer, as their services come and go. */
@ExtendWith(BundleContextExtension.class)
final class HandlersTest {

    @InjectBundleContext BundleContext context;

    private Framework framework;

    /** How long the registry waits is no part of these tests. */
    @BeforeEach
    void begin() throws IOException {
        framework = new Framework(context);
        framework.configure(Map.of("parkTime", "600000", "callWait", "600000"));
    }

    @AfterEach
    void end() throws IOException {
        framework.configureNothing();
    }

    @Test
    void handlerThatComesIsListedAndAnswers() throws Exception {
        framework.plugin("comes").add(new Named("one"), "/comes");

        assertThat(framework.events("/comes"))
                .extracting(EventInfo::event)
                .containsExactly("hold", "who");
        assertThat(framework.events("/comes"))
                .allSatisfy(
                        event -> {
                            assertThat(event.plugin()).isEqualTo("comes");
                            assertThat(event.version()).isEqualTo("1.0.0");
                            assertThat(event.state()).isEqualTo(EventState.ACTIVE);
                        });
        assertThat(framework.join("/comes").call("who", "")).isEqualTo("\"one\"");
    }

    @Test
    void declaredComponentWaitsWhileItsConfigurationIsEdited() throws Exception {
        FakeClient client = framework.join("/component");
        assertThat(client.call("word", "")).startsWith("\"edit ");

        Configuration configuration =
                framework.service(ConfigurationAdmin.class).getConfiguration(Configured.PID, "?");
        try {
            configuration.update(FrameworkUtil.asDictionary(Map.of("word", "edited")));
            Await.until("edited", () -> client.call("word", "").equals("\"edited\""));
        } finally {
            configuration.delete();
        }

        Await.until("default again", () -> client.call("word", "").equals("\"default\""));
        assertThat(client.ackOrder).allMatch(answer -> !answer.contains("error"));
    }

    @Test
    void configurationMayChooseTheNamespace() throws Exception {
        Configuration configuration =
                framework.service(ConfigurationAdmin.class).getConfiguration(Configured.PID, "?");
        try {
            configuration.update(
                    FrameworkUtil.asDictionary(Map.of("fastsocket.namespace", "/elsewhere")));
            Await.until("elsewhere", () -> !framework.events("/elsewhere").isEmpty());

            Await.until("there alone", () -> framework.events("/component").isEmpty());
            assertThat(framework.join("/elsewhere").call("word", "")).isEqualTo("\"default\"");
        } finally {
            configuration.delete();
        }
        Await.until("back", () -> !framework.events("/component").isEmpty());
    }

    @Test
    void serverSpeaksThroughTheTransport() throws Exception {
        Plugin plugin = framework.plugin("speaks");
        Plugin other = framework.plugin("listens");
        SocketServer server = plugin.server();
        server.of("/speaks").emit("nobody", "is there");
        assertThat(other.server()).isNotSameAs(server);

        FakeTransport transport = new FakeTransport();
        ServiceRegistration<?> registration =
                context.registerService(SocketTransport.class, transport, null);
        server.of("/speaks").to("lobby").except("me").emit("news", 1, "two");
        registration.unregister();
        server.of("/speaks").emit("nobody", "is there");

        assertThat(transport.broadcasts).hasSize(1);
        Broadcast sent = transport.broadcasts.element();
        assertThat(sent.namespace()).isEqualTo("/speaks");
        assertThat(sent.rooms()).isEqualTo(Set.of("lobby"));
        assertThat(sent.except()).isEqualTo(Set.of("me"));
        assertThat(sent.event()).hasToString("\"news\",1,\"two\"");
        plugin.bundle().stop();
        assertThatThrownBy(() -> server.of("/speaks")).isInstanceOf(IllegalStateException.class);
        other.server().of("/speaks").emit("still", "there");
    }

    @Test
    void serverLooksThroughRooms() throws Exception {
        Plugin plugin = framework.plugin("looks");
        FakeClient ada = new FakeClient("/looks");
        FakeClient bob = new FakeClient("/looks");
        FakeClient eve = new FakeClient("/elsewhere");
        ada.rooms.addAll(Set.of(ada.id, "lobby", "garden"));
        bob.rooms.addAll(Set.of(bob.id, "lobby"));
        eve.rooms.addAll(Set.of(eve.id, "lobby"));
        SocketNamespace looks = plugin.server().of("/looks");
        assertThat(looks.to("lobby").sockets()).isEmpty();

        context.registerService(SocketTransport.class, new FakeTransport(ada, bob, eve), null);

        assertThat(ids(looks)).containsExactlyInAnyOrder(ada.id, bob.id);
        assertThat(ids(looks.to("lobby"))).containsExactlyInAnyOrder(ada.id, bob.id);
        assertThat(ids(looks.to("lobby").except("garden"))).containsExactly(bob.id);
        assertThat(ids(looks.except(ada.id))).containsExactly(bob.id);
        assertThat(ids(looks.to("garden", bob.id))).containsExactlyInAnyOrder(ada.id, bob.id);
        assertThat(ids(looks.to("nobody is here"))).isEmpty();
    }

    private static List<String> ids(BroadcastOperator choice) {
        return choice.sockets().stream().map(Socket::id).toList();
    }

    @Test
    void eventsWaitForAServiceThatIsRegisteredAgain() throws Exception {
        FakeTransport transport = new FakeTransport();
        context.registerService(SocketTransport.class, transport, null);
        Plugin plugin = framework.plugin("parks");
        ServiceRegistration<?> first = plugin.add(new Named("one"), "/parks");
        FakeClient client = framework.join("/parks");

        first.unregister();
        assertThat(framework.events("/parks")).allMatch(e -> e.state() == EventState.PARKED);
        long waiting = client.send("who", "");
        plugin.add(new Named("two"), "/parks", Named.class.getSimpleName());

        assertThat(client.ackOf(waiting)).isEqualTo("\"two\"");
        assertThat(framework.events("/parks")).noneMatch(e -> e.state() == EventState.PARKED);
        assertThat(transport.closed).isEmpty();
    }

    @Test
    void namespaceEndsWithItsLastHandler() throws Exception {
        FakeTransport transport = new FakeTransport();
        context.registerService(SocketTransport.class, transport, null);
        Plugin one = framework.plugin("last.one");
        Plugin two = framework.plugin("last.two");
        one.add(new Named("one"), "/last");
        two.add(new Other(), "/last");

        one.bundle().stop();
        assertThat(transport.closed).isEmpty();
        two.bundle().stop();

        assertThat(transport.closed).containsExactly("/last");
        Admission admission =
                new FakeClient("/last")
                        .connect(framework.service(EventDispatcher.class), Payload.NONE);
        assertThat(admission).isInstanceOf(Admission.Refused.class);
    }

    static final class Other implements EventHandlers {
        @OnEvent("other")
        void other() {}
    }

    @Test
    void serviceIsHeldForItsCallInFlight() throws Exception {
        Named handler = new Named("one");
        ServiceRegistration<?> registration = framework.plugin("flight").add(handler, "/flight");
        FakeClient client = framework.join("/flight");
        long held = client.send("hold", "");
        handler.entered.await();

        Thread leaving = Thread.ofPlatform().start(registration::unregister);
        Await.until(
                "away",
                () ->
                        framework.events("/flight").stream()
                                .allMatch(e -> e.state() == EventState.PARKED));
        assertThat(leaving.isAlive()).isTrue();
        handler.release.countDown();

        assertThat(leaving.join(Duration.ofSeconds(60))).isTrue();
        assertThat(client.ackOf(held)).isEqualTo("\"one\"");
    }

    static final class Suicidal implements EventHandlers {
        final AtomicReference<ServiceRegistration<?>> own = new AtomicReference<>();

        @OnEvent("leave")
        String leave() {
            own.get().unregister();
            return "left";
        }
    }

    @Test
    void handlerMayTakeItselfAway() throws Exception {
        Suicidal handler = new Suicidal();
        handler.own.set(framework.plugin("leaves").add(handler, "/leaves"));
        FakeClient client = framework.join("/leaves");

        assertThat(client.call("leave", "")).isEqualTo("\"left\"");
    }

    record Guard(String name, Queue<String> asked) implements EventInterceptor {
        @Override
        public void onEvent(EventContext event) {
            asked.add(name);
        }
    }

    @Test
    void interceptorsAreAskedByRanking() throws Exception {
        Plugin plugin = framework.plugin("guards");
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        plugin.add(new Named("one"), "/guards");
        plugin.guard(new Guard("middle", asked), "/guards", 5);
        plugin.guard(new Guard("last", asked), "/guards", -5);
        plugin.guard(new Guard("first", asked), "/guards", 10);
        plugin.guard(new Guard("elsewhere", asked), "/other", 20);

        assertThat(framework.join("/guards").call("who", "")).isEqualTo("\"one\"");

        assertThat(asked).containsExactly("first", "middle", "last");
    }
}

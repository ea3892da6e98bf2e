package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.NamespaceValue;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicNamespaceTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Rooms implements EventHandlers {

        @OnHandshake
        void admit(@NamespaceValue("id") String id) {
            if (id.equals("closed")) {
                throw new EventException(10_001, "closed");
            }
        }

        @OnEvent("where")
        String where(@NamespaceValue("id") String id, int n) {
            return id + n;
        }
    }

    static final class Named implements EventHandlers {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @OnEvent("where")
        String where() {
            return name;
        }
    }

    static final class Wrong implements EventHandlers {

        @OnEvent("a")
        void number(@NamespaceValue("id") int id) {}

        @OnEvent("b")
        void unknown(@NamespaceValue("name") String name) {}
    }

    private Plugins.Fake plugin(Object handler, String namespace) {
        Plugins.Fake plugin = new Plugins.Fake(registry, "test.plugin", false);
        plugin.add(handler, namespace);
        return plugin;
    }

    private String where(String namespace) {
        FakeClient client = FakeClient.join(registry.dispatcher(), namespace);
        return client.ackOf(client.send("where", "1")).toString();
    }

    @Test
    void handsTheValueToMethods() {
        plugin(new Rooms(), "/room-{id}");
        assertThat(where("/room-7")).isEqualTo("\"71\"");
        assertThat(where("/room-blue green")).isEqualTo("\"blue green1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/room-", "/room-a/b", "/room-/", "/rooms-7", "/", "/room-{id}x/"})
    void isNotAnyNamespace(String namespace) {
        plugin(new Rooms(), "/room-{id}");
        if (!namespace.equals("/")) {
            assertThat(admission(namespace)).isInstanceOf(Admission.Refused.class);
        }
        assertThat(admission("/room-closed")).isInstanceOf(Admission.Refused.class);
        assertThat(admission("/room-x")).isInstanceOf(Admission.Accepted.class);
    }

    private Admission admission(String namespace) {
        return registry.dispatcher()
                .connect(new FakeClient(namespace), Payload.NONE)
                .toCompletableFuture()
                .join();
    }

    @Test
    void theMostExactOneAnswers() {
        plugin(new Named("any"), "/{any}");
        plugin(new Named("room"), "/room-{id}");
        plugin(new Named("two"), "/{a}-in-{b}");
        plugin(new Named("fixed"), "/room-1");
        assertThat(where("/room-1")).isEqualTo("\"fixed\"");
        assertThat(where("/room-2")).isEqualTo("\"room\"");
        assertThat(where("/x-in-y")).isEqualTo("\"two\"");
        assertThat(where("/x")).isEqualTo("\"any\"");
    }

    @Test
    void saysHowANamespaceIsDeclared() {
        plugin(new Named("room"), "/room-{id}");
        plugin(new Named("fixed"), "/room-1");

        assertThat(registry.declared("/room-7")).isEqualTo("/room-{id}");
        assertThat(registry.declared("/room-{id}")).isEqualTo("/room-{id}");
        assertThat(registry.declared("/room-1")).isEqualTo("/room-1");
        assertThat(registry.declared("/")).isEqualTo("/");
        assertThat(registry.declared("/other")).isNull();
    }

    @Test
    void itsNamespacesEndWithIt() {
        Plugins.Fake plugin = plugin(new Rooms(), "/room-{id}");
        FakeTransport transport =
                new FakeTransport(FakeClient.join(registry.dispatcher(), "/room-7"));
        registry.transports().set(transport);
        plugin.revision.close();
        assertThat(transport.closed).contains("/room-7");
    }

    @Test
    void saysWhatIsWrong() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "test.plugin", true);
        plugin.add(new Wrong(), "/room-{id}");
        for (String bad : new String[] {"room-{id}", "/{id", "/{a}{b}", "/{a}-{a}", "/{}"}) {
            plugin.add(new Named(bad), bad);
        }
        assertThat(plugin.revision.problems(null))
                .contains(
                        "Wrong.number: parameter 1 (int): @NamespaceValue is for a String",
                        "Wrong.unknown: parameter 1 (java.lang.String): namespace \"/room-{id}\""
                                + " has no value {name}",
                        "Named: namespace \"room-{id}\" must begin with a slash",
                        "Named: namespace \"/{id\" has a brace that is no value such as {id}",
                        "Named: namespace \"/{}\" has a brace that is no value such as {id}",
                        "Named: namespace \"/{a}{b}\" has two values with nothing between them",
                        "Named: namespace \"/{a}-{a}\" has two values of one name");
    }
}

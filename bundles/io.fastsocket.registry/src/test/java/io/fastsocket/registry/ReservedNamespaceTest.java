package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operators' namespace is no plugin's. */
class ReservedNamespaceTest {

    private static final String OPERATOR = HandlerRegistry.OPERATOR_NAMESPACE;

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Thief implements EventHandlers {

        @OnHandshake
        void admit(Handshake handshake) {}

        @OnEvent("mine")
        String mine() {
            return "a plugin's";
        }
    }

    static final class Guard implements EventInterceptor {
        @Override
        public void onHandshake(Handshake handshake, Socket socket) {
            throw new EventException(10_001, "not in here");
        }
    }

    private Admission join() {
        return new FakeClient(OPERATOR).connect(registry.dispatcher(), Payload.NONE);
    }

    @Test
    void pluginThatClaimsItIsRefused() {
        Plugins.Fake handlers = new Plugins.Fake(registry, "thief", true);
        handlers.add(new Thief(), OPERATOR);
        Plugins.Fake interceptor = new Plugins.Fake(registry, "guard", true);
        interceptor.add(new Guard(), OPERATOR);

        assertThat(handlers.revision.problems(null))
                .containsExactly(
                        "Thief: namespace /operator is the server's own, for operators; choose"
                                + " another name");
        assertThat(interceptor.revision.problems(null)).hasSize(1);
    }

    @Test
    void componentThatMovesThereLaterIsNotInService() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "moves", true);
        plugin.revision.commit(null);
        plugin.add(new Thief(), OPERATOR);

        assertThat(join()).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void noDynamicNamespaceStandsForIt() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "rooms", true);
        plugin.add(new Thief(), "/{room}");
        plugin.revision.commit(null);

        assertThat(join()).isInstanceOf(Admission.Refused.class);
        assertThat(FakeClient.join(registry.dispatcher(), "/other").call("mine", ""))
                .isEqualTo("\"a plugin's\"");
    }

    @Test
    void interceptorsOfPluginsAreNotAskedThere() {
        new Plugins.Fake(registry, "runtime", false).add(new Thief(), OPERATOR);
        Plugins.Fake plugin = new Plugins.Fake(registry, "guard", true);
        plugin.add(new Guard());
        plugin.revision.commit(null);

        assertThat(join()).isInstanceOf(Admission.Accepted.class);
    }

    @Test
    void bundleOfTheRuntimeGoesOutOfServiceAtOnceAndComesBack() {
        Plugins.Fake runtime = new Plugins.Fake(registry, "runtime", false);
        runtime.add(new Thief(), OPERATOR);

        runtime.revision.close();
        assertThat(join()).isInstanceOf(Admission.Refused.class);

        runtime.revision.commit(null);
        assertThat(join()).isInstanceOf(Admission.Accepted.class);
    }
}

package io.fastsocket.registry.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.spi.dispatch.EventDispatcher;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Edits of the configuration while the registry runs. */
@ExtendWith(BundleContextExtension.class)
final class ConfigurationTest {

    @InjectBundleContext BundleContext context;

    private Framework framework;

    @BeforeEach
    void begin() {
        framework = new Framework(context);
    }

    @AfterEach
    void end() throws IOException {
        framework.configureNothing();
    }

    static final class Endless implements EventHandlers {
        @OnEvent("endless")
        void endless() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon"})
    void editTakesEffectAndAWrongOneChangesNothing(String wrong) throws Exception {
        framework.plugin("edited").add(new Endless(), "/edited");
        ServiceReference<?> before = context.getServiceReference(EventDispatcher.class);
        FakeClient client = framework.join("/edited");

        timeout("100");
        assertThat(client.call("endless", "")).contains("5004");

        timeout(wrong);
        assertThat(client.call("endless", "")).contains("5004");
        assertThat(context.getServiceReference(EventDispatcher.class)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test.owner",
                "test.owner handlerTimeout=soon",
                "test.owner handlerTimeout=-1",
                "test.owner patience=1"
            })
    void aPluginHasLimitsOfItsOwnAndAWrongLineChangesNothing(String wrong) throws Exception {
        framework.plugin("test.owner").add(new Endless(), "/owner");
        FakeClient client = framework.join("/owner");
        own("test.owner handlerTimeout=100 concurrentLimit=5, test.other waitTime=0");
        assertThat(client.call("endless", "")).contains("5004");

        own(wrong);
        assertThat(client.call("endless", "")).contains("5004");
    }

    private void own(String plugins) throws IOException {
        framework.configure(Map.of("plugins", plugins));
    }

    private void timeout(String value) throws IOException {
        framework.configure(Map.of("handlerTimeout", value));
    }
}

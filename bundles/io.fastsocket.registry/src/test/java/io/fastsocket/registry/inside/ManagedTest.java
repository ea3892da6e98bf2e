package io.fastsocket.registry.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.transport.SocketTransport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

import java.time.Duration;

/** Handlers that a deployer commits, and the registry's own stop and start. */
@ExtendWith(BundleContextExtension.class)
final class ManagedTest {

    @InjectBundleContext BundleContext context;

    private Framework framework;

    @BeforeEach
    void begin() {
        framework = new Framework(context);
    }

    private HandlerRevision revision(Plugin plugin) {
        return framework.service(HandlerRegistry.class).revision(plugin.bundle());
    }

    @Test
    void stagedHandlersTakeNothingBeforeTheyAreCommitted() throws Exception {
        Plugin plugin = framework.managed("staged", "1.0.0");
        plugin.add(new Named("one"), "/");
        FakeClient client = framework.join("/");
        assertThat(client.call("who", "")).contains("4004");
        assertThat(revision(plugin)).isSameAs(revision(plugin));
        assertThat(revision(plugin).components()).containsExactly("Named");
        assertThat(revision(plugin).problems(null)).isEmpty();

        revision(plugin).commit(null);

        assertThat(client.call("who", "")).isEqualTo("\"one\"");
    }

    @Test
    void swapClosesNoNamespace() throws Exception {
        FakeTransport transport = new FakeTransport();
        context.registerService(SocketTransport.class, transport, null);
        Plugin one = framework.managed("swapped", "1.0.0");
        one.add(new Named("one"), "/swapped");
        revision(one).commit(null);
        FakeClient client = framework.join("/swapped");
        Plugin two = framework.managed("swapped", "2.0.0");
        two.add(new Named("two"), "/swapped");
        assertThat(client.call("who", "")).isEqualTo("\"one\"");

        assertThat(revision(two).commit(revision(one)).toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(60));
        one.bundle().uninstall();

        assertThat(client.call("who", "")).isEqualTo("\"two\"");
        assertThat(transport.closed).isEmpty();
        revision(two).close();
        assertThat(transport.closed).containsExactly("/swapped");
    }

    @Test
    void restartedRegistryServesManagedHandlersOnlyByCommit() throws Exception {
        Plugin managed = framework.managed("adopted", "1.0.0");
        managed.add(new Named("managed"), "/adopted");
        revision(managed).commit(null);
        Plugin free = framework.plugin("free");
        free.add(new Named("free"), "/free");

        framework.registry().stop();
        framework.registry().start();

        Await.until("free again", () -> !framework.events("/free").isEmpty());
        assertThat(framework.join("/free").call("who", "")).isEqualTo("\"free\"");
        assertThat(framework.events("/adopted")).isEmpty();
        assertThat(revision(managed).problems(null)).isEmpty();
        revision(managed).commit(null);
        assertThat(framework.join("/adopted").call("who", "")).isEqualTo("\"managed\"");
    }
}

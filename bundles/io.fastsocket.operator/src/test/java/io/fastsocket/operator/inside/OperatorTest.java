package io.fastsocket.operator.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.deploy.RevisionListener;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.spi.transport.SocketTransport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The bundle in Felix, with the registry and an engine that does nothing. */
@ExtendWith(BundleContextExtension.class)
final class OperatorTest {

    private static final String PID = "io.fastsocket.operator";
    private static final String TOKEN = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";

    @InjectBundleContext BundleContext context;

    private final FakeTransport transport = new FakeTransport();
    private Configuration configuration;

    @BeforeEach
    void begin() throws IOException {
        context.registerService(SocketTransport.class, transport, null);
        configuration = service(ConfigurationAdmin.class).getConfiguration(PID, "?");
    }

    @AfterEach
    void end() throws IOException {
        configuration.delete();
        await("closed", () -> !open());
    }

    private <T> T service(Class<T> type) {
        await(type.getName(), () -> context.getServiceReference(type) != null);
        ServiceReference<T> reference = context.getServiceReference(type);
        return context.getService(reference);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void configure(String token) throws IOException {
        configuration.update(FrameworkUtil.asDictionary(Map.of("token", token, "attempts", "2")));
    }

    private void open(String token) throws IOException {
        configure(token);
        await("open", this::open);
    }

    private boolean open() {
        return service(EventCatalog.class).events().stream()
                .map(EventInfo::namespace)
                .anyMatch("/operator"::equals);
    }

    /** What a client is told that says this, from that address. */
    private Admission join(FakeClient client, String auth) {
        return service(EventDispatcher.class)
                .connect(client, auth.isEmpty() ? Payload.NONE : Payload.of(auth))
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private String refusal(FakeClient client, String auth) {
        return ((Admission.Refused) join(client, auth)).error().toString();
    }

    private FakeClient joined(String token) {
        FakeClient client = new FakeClient("127.0.0.1");
        Admission admission = join(client, "{\"token\":\"" + token + "\"}");
        client.enter(((Admission.Accepted) admission).receiver());
        transport.clients.add(client);
        return client;
    }

    @Test
    void withoutATokenThereIsNoNamespace() throws Exception {
        assertThat(open()).isFalse();
        configure("");
        assertThat(refusal(new FakeClient("127.0.0.1"), "")).contains("Invalid namespace");
        open(TOKEN);
        configure("");
        await("closed", () -> !open());
        assertThat(transport.closed).contains("/operator");
        assertThat(refusal(new FakeClient("127.0.0.1"), "")).contains("Invalid namespace");
    }

    @Test
    void whoGuessesIsRefusedEvenWithTheToken() throws Exception {
        open(TOKEN);
        String right = "{\"token\":\"" + TOKEN + "\"}";
        assertThat(refusal(new FakeClient("203.0.113.1"), "")).contains("4003", "wrong token");
        assertThat(refusal(new FakeClient("203.0.113.1"), "{\"token\":17}")).contains("4003");
        assertThat(refusal(new FakeClient("203.0.113.1"), right)).contains("4032");
        assertThat(join(new FakeClient("203.0.113.2"), right))
                .isInstanceOf(Admission.Accepted.class);
    }

    @Test
    void anotherTokenSendsAwayWhoCameByTheOldOne() throws Exception {
        open(TOKEN);
        FakeClient old = joined(TOKEN);
        assertThat(old.connected()).isTrue();
        configuration.update(FrameworkUtil.asDictionary(Map.of("token", TOKEN, "interval", "200")));
        configure(OTHER);
        await("sent away", () -> !old.connected());
        FakeClient fresh = joined(OTHER);
        assertThat(fresh.connected()).isTrue();
    }

    @Test
    void whatBecomesOfPluginsIsToldWhoWatches() throws Exception {
        open(TOKEN);
        joined(TOKEN);
        await("told", () -> context.getServiceReference(RevisionListener.class) != null);
        service(RevisionListener.class)
                .happened(
                        "shop",
                        new RevisionEvent(Instant.EPOCH, "1.0.0", "", "shop.jar", "activated", ""));

        assertThat(transport.broadcasts)
                .anySatisfy(
                        sent -> {
                            assertThat(sent.rooms()).containsExactly("plugin");
                            assertThat(sent.event().toString())
                                    .contains("\"plugin\"", "\"name\":\"shop\"", "\"activated\"");
                        });
    }

    @Test
    void bundleThatIsStoppedTakesTheNamespaceWithIt() throws Exception {
        open(TOKEN);
        Bundle operator =
                Stream.of(context.getBundles())
                        .filter(bundle -> PID.equals(bundle.getSymbolicName()))
                        .findFirst()
                        .orElseThrow();
        operator.stop();
        assertThat(open()).isFalse();
        operator.start();
        await("open again", this::open);
        assertThat(List.copyOf(transport.closed)).contains("/operator");
    }
}

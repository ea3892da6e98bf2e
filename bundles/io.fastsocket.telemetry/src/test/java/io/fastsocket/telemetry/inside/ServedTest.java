package io.fastsocket.telemetry.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.transport.SocketTransport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The bundle in Felix with a Jetty, and services that come and go. */
@ExtendWith(BundleContextExtension.class)
class ServedTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String OPEN_METRICS = "application/openmetrics-text";

    @InjectBundleContext BundleContext context;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void awaitIt() throws Exception {
        Instant end = Instant.now().plus(DEADLINE);
        while (!there()) {
            assertThat(Instant.now()).as("/metrics is not there").isBefore(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean there() throws InterruptedException {
        try {
            return endpoint() != null && send("GET", "*/*").statusCode() == 200;
        } catch (IOException e) {
            return false; // Jetty opens its port a little later
        }
    }

    private String endpoint() {
        ServiceReference<HttpServiceRuntime> runtime =
                context.getServiceReference(HttpServiceRuntime.class);
        Object endpoints = runtime == null ? null : runtime.getProperty("osgi.http.endpoint");
        return endpoints instanceof String[] several ? several[0] : (String) endpoints;
    }

    private HttpResponse<String> send(String method, String accept)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(endpoint()).resolve("/metrics"))
                        .method(method, BodyPublishers.noBody())
                        .header("Accept", accept)
                        .timeout(DEADLINE)
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String text() throws IOException, InterruptedException {
        return send("GET", "text/plain").body();
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replace(" ", "");
    }

    @Test
    void theFormatIsTheOneAskedFor() throws Exception {
        HttpResponse<String> text = send("GET", "*/*");
        HttpResponse<String> open = send("GET", OPEN_METRICS + ";version=1.0.0,*/*;q=0.1");

        assertThat(type(text)).isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
        assertThat(type(open)).isEqualToIgnoringCase(OPEN_METRICS + ";version=1.0.0;charset=utf-8");
        assertThat(text.body()).contains("# TYPE process_cpu_seconds_total counter\n");
        assertThat(open.body())
                .contains("# TYPE process_cpu_seconds counter\n", "process_cpu_seconds_total ")
                .endsWith("\n# EOF\n");
        assertThat(text.headers().allValues("Vary")).contains("Accept");
        assertThat(text.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void headHasNoBody() throws Exception {
        HttpResponse<String> head = send("HEAD", "*/*");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void onlyReadingIsAllowed(String method) throws Exception {
        HttpResponse<String> answer = send(method, "*/*");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void aServiceBringsItsFamiliesAndTakesThemAway() throws Exception {
        assertThat(text()).contains("fastsocket_build_info{").doesNotContain("_events_handled");

        ServiceRegistration<EventCatalog> events =
                context.registerService(EventCatalog.class, new FakeEvents(5), null);
        ServiceRegistration<SocketTransport> transport =
                context.registerService(
                        SocketTransport.class, new FakeTransport(Map.of("/a", 1)), null);
        assertThat(text())
                .contains("fastsocket_connections 3\n")
                .contains(
                        "fastsocket_events_handled_total{namespace=\"/room-{id}\",event=\"say\","
                                + "plugin=\"room\",version=\"1.0.0\"} 5\n");

        transport.unregister();
        assertThat(text())
                .doesNotContain("fastsocket_connections", "fastsocket_sockets")
                .contains("fastsocket_events_handled_total{");

        events.unregister();
        assertThat(text()).doesNotContain("_events_").contains("fastsocket_build_info{");
    }

    /** Clients choose the names of rooms: they make one series, however many there are. */
    @Test
    void roomsAreAddedUp() throws Exception {
        context.registerService(
                SocketTransport.class,
                new FakeTransport(Map.of("/room-1", 2, "/room-2", 3, "/a", 4, "/b", 5)),
                null);
        assertThat(text())
                .contains("\nfastsocket_sockets{namespace=\"other\"} 14\n")
                .doesNotContain("room-1");

        context.registerService(EventCatalog.class, new FakeEvents(0), null);

        assertThat(text())
                .contains("\nfastsocket_sockets{namespace=\"/room-{id}\"} 5\n")
                .contains("\nfastsocket_sockets{namespace=\"other\"} 9\n")
                .doesNotContain("room-1", "\"/a\"");
    }

    @Test
    void comesBackAfterItsBundleWasStopped() throws Exception {
        Bundle bundle =
                Stream.of(context.getBundles())
                        .filter(b -> "io.fastsocket.telemetry".equals(b.getSymbolicName()))
                        .findFirst()
                        .orElseThrow();

        bundle.stop();
        try {
            assertThat(send("GET", "*/*").statusCode()).isEqualTo(404);
        } finally {
            bundle.start();
        }

        awaitIt();
    }
}

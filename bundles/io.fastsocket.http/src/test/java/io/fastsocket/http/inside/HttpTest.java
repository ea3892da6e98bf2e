package io.fastsocket.http.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.transport.SocketTransport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bundle in Felix with its Jetty, while what it shows comes and goes. */
@ExtendWith(BundleContextExtension.class)
final class HttpTest {

    @InjectBundleContext BundleContext context;

    private Server server;

    @BeforeEach
    void startAsking() throws Exception {
        server = new Server(context);
        server.getUntil("/health/live", live -> live.statusCode() == 200);
    }

    @Test
    void isLiveWhateverIsMissing() throws Exception {
        HttpResponse<String> live = server.get("/health/live");

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"live\"}");
        assertThat(live.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    @Test
    void isReadyWhenPluginsAreSettledAndThePortIsOpen() throws Exception {
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/ready").body())
                .isEqualTo(
                        "{\"status\":\"not ready\",\"missing\":[\"the plugin deployer is not"
                                + " running\",\"the Socket.IO port is not open\"]}");

        ServiceRegistration<?> catalog = plugins(new FakeCatalog(List.of(), false));
        transport();
        assertThat(server.get("/health/ready").body())
                .contains("plugins present at start are still being deployed");

        catalog.unregister();
        plugins(new FakeCatalog(List.of(), true));
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void isNoLongerReadyWhenThePortCloses() throws Exception {
        plugins(new FakeCatalog(List.of(), true));
        ServiceRegistration<?> transport = transport();
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

        transport.unregister();

        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void pageSaysWhatIsAbsent() throws Exception {
        String page = server.get("/").body();

        assertThat(page).contains("not running: the port is closed");
        assertThat(page).contains("The plugin deployer is not running.");
        assertThat(page).contains("The registry is not running.");
    }

    @Test
    void pageSaysWhatIsRunning() throws Exception {
        transport();
        plugins(new FakeCatalog(List.of(refused("no <b> in it")), true));
        context.registerService(
                EventCatalog.class,
                () ->
                        List.of(
                                new EventInfo(
                                        "/",
                                        "hello",
                                        "Hello.hello",
                                        "hello",
                                        "1",
                                        false,
                                        7,
                                        0,
                                        0,
                                        Duration.ZERO)),
                null);

        HttpResponse<String> page = server.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("http://127.0.0.1:4711", "Hello.hello", "quarantined");
        assertThat(page.body()).contains("no &lt;b&gt; in it").doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/status.json",
                "/fastsocket/status.css",
                "/health/live",
                "/nothing/here"
            })
    void everyAnswerTellsBrowsersToBeStrict(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("default-src 'none'")
                                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/fastsocket/status.css, text/css",
        "/fastsocket/status.js, text/javascript",
        "/fastsocket/icon.svg, image/svg+xml"
    })
    void filesOfThePageAreServed(String path, String type) throws Exception {
        HttpResponse<String> file = server.get(path);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(sent -> assertThat(sent).startsWith(type));
    }

    @Test
    void pagesMaySpeakSocketIo() throws Exception {
        assertThat(policy()).contains("script-src 'self';", "connect-src 'self';");

        transport();

        assertThat(policy())
                .contains("script-src 'self' http://127.0.0.1:4711/socket.io/;")
                .contains(
                        "connect-src 'self' http://127.0.0.1:4711/socket.io/"
                                + " ws://127.0.0.1:4711/socket.io/;");
    }

    private String policy() throws Exception {
        return server.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/status.json"})
    void nobodyIsToldWhoIsConnected(String path) throws Exception {
        transport();

        String answer = server.get(path).body();

        assertThat(answer).contains("/busy", "websocket");
        assertThat(answer).doesNotContain("203.0.113.7", "secret", FakeClient.ID);
    }

    @Test
    void jsonSaysWhatIsAbsent() throws Exception {
        HttpResponse<String> json = server.get("/status.json");

        assertThat(json.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(json.body()).contains("\"socketIo\":null", "\"plugins\":null");
        assertThat(json.body()).contains("\"limits\":null");
    }

    @Test
    void jsonSaysWhichLimitsWereExceeded() throws Exception {
        context.registerService(
                LimitCatalog.class,
                () ->
                        List.of(
                                new LimitInfo("maxPayload", 1000, -1, 2),
                                new LimitInfo("maxConnections", 10, 3, 0)),
                null);

        assertThat(server.get("/status.json").body())
                .contains(
                        "\"limits\":[{\"name\":\"maxPayload\",\"limit\":1000,\"exceeded\":2},"
                                + "{\"name\":\"maxConnections\",\"limit\":10,\"used\":3,"
                                + "\"exceeded\":0}]");
    }

    @Test
    void pagesOfOtherBundlesAreLinked() throws Exception {
        ServiceRegistration<?> page =
                context.registerService(
                        Object.class,
                        new Object(),
                        FrameworkUtil.asDictionary(
                                Map.of(
                                        "osgi.http.whiteboard.resource.pattern",
                                        new String[] {"/fake/*"},
                                        "osgi.http.whiteboard.resource.prefix",
                                        "/none",
                                        "fastsocket.page",
                                        "Fake <page>")));
        assertThat(server.get("/").body()).contains("<a href=\"/fake/\">Fake &lt;page&gt;</a>");
        assertThat(server.get("/status.json").body())
                .contains("{\"title\":\"Fake <page>\",\"path\":\"/fake/\"}");

        for (String path : new String[] {"/fake", "/fake/"}) {
            HttpResponse<String> start = server.get(path);
            assertThat(start.statusCode()).isEqualTo(302);
            assertThat(start.headers().firstValue("Location")).contains("/fake/index.html");
        }

        page.unregister();

        assertThat(server.get("/fake/").statusCode()).isEqualTo(404);
        assertThat(server.get("/").body()).doesNotContain("/fake/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/health", "/health/live/more", "/static/status.css"})
    void unknownPathsAreNotFound(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("404 Not Found\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE"})
    void onlyReadingIsAllowed(String method) throws Exception {
        HttpResponse<String> answer = server.send(method, "/health/ready");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(answer.body()).isEqualTo("405 Method Not Allowed\n");
    }

    @Test
    void whatIsNotThereIsNotFoundByAnyMethod() throws Exception {
        assertThat(server.send("POST", "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void headHasNoBody() throws Exception {
        HttpResponse<String> head = server.send("HEAD", "/");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void comesBackAfterItsBundleWasStopped() throws Exception {
        Bundle bundle = bundle("io.fastsocket.http");

        bundle.stop();
        try {
            assertThat(server.get("/health/live").statusCode()).isEqualTo(404);
        } finally {
            bundle.start();
        }

        assertThat(server.getUntil("/", page -> page.statusCode() == 200).statusCode())
                .isEqualTo(200);
    }

    @Test
    void comesBackAfterJettyWasStopped() throws Exception {
        Bundle jetty = bundle("org.apache.felix.http.jetty12");

        restart(jetty);

        assertThat(server.getUntil("/", page -> page.statusCode() == 200).statusCode())
                .isEqualTo(200);
    }

    private static void restart(Bundle bundle) throws BundleException {
        bundle.stop();
        bundle.start();
    }

    private Bundle bundle(String name) {
        return Stream.of(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private ServiceRegistration<?> transport() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
        return context.registerService(SocketTransport.class, new FakeTransport(address, 3), null);
    }

    private ServiceRegistration<?> plugins(PluginCatalog catalog) {
        return context.registerService(PluginCatalog.class, catalog, null);
    }

    private static PluginInfo refused(String reason) {
        return new PluginInfo(
                "bad.jar",
                "",
                PluginState.QUARANTINED,
                reason,
                "bad.jar",
                "",
                Instant.now(),
                -1,
                List.of());
    }
}

package io.fastsocket.http.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the status page shows, and what it is made of. */
final class PageTest extends Running {

    @Test
    void pageSaysWhatIsAbsent() throws Exception {
        String page = server.get("/").body();

        assertThat(page).contains("not running: the port is closed");
        assertThat(page).contains("The plugin deployer is not running.");
        assertThat(page).contains("The registry is not running.");
    }

    @Test
    void pageSaysWhatIsRunning() throws Exception {
        FakeTransport.register(context);
        FakeCatalog.register(context, true, refused("no <b> in it"));
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
                                        EventState.ACTIVE,
                                        7,
                                        0,
                                        0,
                                        Duration.ZERO)),
                null);

        HttpResponse<String> page = server.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body())
                .contains("http://127.0.0.1:4711", "Hello.<wbr>hello", "quarantined");
        assertThat(page.body()).contains("no &lt;b&gt; in it").doesNotContain("<b>");
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

        FakeTransport.register(context);

        assertThat(policy())
                .contains("script-src 'self' http://127.0.0.1:4711/socket.io/;")
                .contains(
                        "connect-src 'self' http://127.0.0.1:4711/socket.io/"
                                + " ws://127.0.0.1:4711/socket.io/;");
    }

    private String policy() throws Exception {
        return server.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
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

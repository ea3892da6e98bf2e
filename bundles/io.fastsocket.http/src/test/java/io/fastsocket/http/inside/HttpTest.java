package io.fastsocket.http.inside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

/** What holds for every request, and that it comes back. */
final class HttpTest extends Running {

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
}

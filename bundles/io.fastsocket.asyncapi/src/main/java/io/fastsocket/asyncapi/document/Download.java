package io.fastsocket.asyncapi.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Something fetched by HTTP. A redirect is not followed: it could lead to a host that is not
 * allowed.
 */
final class Download {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private Download() {}

    /** The content. */
    static byte[] of(URI uri) throws ReferenceException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(LIMIT)
                        .build()) {
            HttpResponse<InputStream> answer =
                    client.send(
                            HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
                            BodyHandlers.ofInputStream());
            if (answer.statusCode() != OK) {
                answer.body().close();
                throw new ReferenceException(
                        "leads to " + uri + ", which answers " + answer.statusCode());
            }
            return Sources.bytes(answer.body());
        } catch (IOException | IllegalArgumentException e) {
            throw new ReferenceException("leads to " + uri + ", which does not answer");
        }
    }
}

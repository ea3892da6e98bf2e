package io.fastsocket.http.inside;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Asks the Jetty of this framework. */
final class Server {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final BundleContext context;

    Server(BundleContext context) {
        this.context = context;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(endpoint()).resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .timeout(DEADLINE)
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Asks until the answer is as wanted; the last answer if it does not become so in time. */
    HttpResponse<String> getUntil(String path, Predicate<HttpResponse<String>> wanted)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(DEADLINE);
        HttpResponse<String> response = getIfThere(path);
        while ((response == null || !wanted.test(response)) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(2_000_000);
            response = getIfThere(path);
        }
        return response == null ? get(path) : response;
    }

    /** Null while the port is closed. */
    private HttpResponse<String> getIfThere(String path) throws InterruptedException {
        try {
            return endpoint() == null ? null : get(path);
        } catch (IOException e) {
            return null;
        }
    }

    /** All of an answer to a request by a name that the client of the JDK does not let one send. */
    String calledAs(String host, String path) throws IOException {
        URI at = URI.create(endpoint());
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, host);
            socket.setSoTimeout((int) DEADLINE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Asks by that name until the answer begins so. */
    void calledUntil(String host, String beginning) {
        Instant end = Instant.now().plus(DEADLINE);
        String answer = calledIfThere(host);
        while (!answer.startsWith(beginning)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(answer);
            }
            LockSupport.parkNanos(2_000_000);
            answer = calledIfThere(host);
        }
    }

    private String calledIfThere(String host) {
        try {
            return endpoint() == null ? "no port" : calledAs(host, "/health/live");
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Null while Jetty is away. */
    private String endpoint() {
        ServiceReference<HttpServiceRuntime> runtime =
                context.getServiceReference(HttpServiceRuntime.class);
        Object endpoints = runtime == null ? null : runtime.getProperty("osgi.http.endpoint");
        if (endpoints == null) {
            return null;
        }
        return endpoints instanceof String[] several ? several[0] : String.valueOf(endpoints);
    }
}

package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** An engine on a free port with a fake dispatcher, and HTTP requests to it. */
final class Engines implements AutoCloseable {

    static {
        // The JDK's client refuses to set these otherwise; tests need to.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection,upgrade");
    }

    final FakeDispatcher dispatcher = new FakeDispatcher();
    final Engine engine;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Engines(Object... changes) throws IOException {
        List<Object> all = new ArrayList<>(List.of("stopTimeout", 0));
        all.addAll(List.of(changes));
        engine =
                Engine.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        ScratchServer.settings(all.toArray()),
                        dispatcher);
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + engine.address().getPort() + target));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String target) throws Exception {
        return send(request(target));
    }

    static String session(String sid) {
        return "/socket.io/?EIO=4&transport=polling&sid=" + sid;
    }

    HttpResponse<String> poll(String sid) throws Exception {
        return get(session(sid));
    }

    HttpResponse<String> post(String sid, String body) throws Exception {
        return send(request(session(sid)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens a session by polling. */
    String open() throws Exception {
        String body = get("/socket.io/?EIO=4&transport=polling").body();
        assertThat(body).startsWith("0{\"sid\":\"");
        return body.substring(9, body.indexOf('"', 9));
    }

    /** One that has joined the default namespace, and read what the fake dispatcher sends then. */
    String joined() throws Exception {
        String sid = open();
        post(sid, "40");
        assertThat(poll(sid).body()).contains("42[\"auth\",{}]");
        return sid;
    }

    /** Waits until a thread has ended. */
    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something holds. */
    static void eventually(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        engine.settle();
        engine.close(true);
    }
}

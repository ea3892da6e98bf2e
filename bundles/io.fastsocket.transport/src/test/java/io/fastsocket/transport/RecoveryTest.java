package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connection state recovery, as clients see it on the wire. */
class RecoveryTest {

    private static final Pattern CONNECT =
            Pattern.compile("40\\{\"sid\":\"([\\w-]+)\",\"pid\":\"([\\w-]+)\"}");

    private Engines server;

    /** A client that notes what it needs to come back. */
    private final class Client implements AutoCloseable {
        private final RawWebSocket socket;
        private String sid;
        private String pid;
        private String offset = "0";

        Client(Client before) throws Exception {
            socket = RawWebSocket.open(server.engine);
            socket.text();
            socket.send(
                    before == null
                            ? "40"
                            : "40{\"pid\":\""
                                    + before.pid
                                    + "\",\"offset\":\""
                                    + before.offset
                                    + "\"}");
            Matcher connect = CONNECT.matcher(socket.text());
            assertThat(connect.matches()).isTrue();
            sid = connect.group(1);
            pid = connect.group(2);
        }

        /** The next event without its offset. */
        String next() throws Exception {
            String text = socket.text();
            int comma = text.lastIndexOf(',');
            offset = text.substring(comma + 2, text.length() - 2);
            return text.substring(0, comma) + "]";
        }

        ClientSocket atServer() {
            return server.engine.socket("/", sid).orElseThrow();
        }

        void cut() throws Exception {
            ClientSocket mine = atServer();
            socket.close();
            Engines.eventually(() -> !mine.connected());
        }

        @Override
        public void close() throws java.io.IOException {
            socket.close();
        }
    }

    private void start(Object... settings) throws Exception {
        List<Object> all = new ArrayList<>(List.of("recoveryTime", 60_000));
        all.addAll(List.of(settings));
        server = new Engines(all.toArray());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Client joined() throws Exception {
        Client client = new Client(null);
        assertThat(client.next()).isEqualTo("42[\"auth\",{}]");
        return client;
    }

    private void emit(String event, Set<String> rooms, String... except) {
        server.engine.broadcast(
                new Broadcast("/", rooms, Set.of(except), false, Payload.of('"' + event + '"')));
    }

    @Test
    void givesBackEverything() throws Exception {
        start();
        Client client = joined();
        ClientSocket before = client.atServer();
        before.data().put("name", Payload.of("\"Ada\""));
        before.join("in");
        before.join("left");
        emit("got", Set.of("in"));
        assertThat(client.next()).isEqualTo("42[\"got\"]");
        client.cut();

        emit("room", Set.of("in"));
        emit("elsewhere", Set.of("out"));
        emit("all", Set.of());
        emit("not you", Set.of(), "in");
        before.emit(Payload.of("\"mine\",1"), false);
        emit("by id", Set.of(client.sid));

        try (Client back = new Client(client)) {
            assertThat(back.sid).isEqualTo(client.sid);
            assertThat(back.pid).isEqualTo(client.pid);
            assertThat(back.next()).isEqualTo("42[\"room\"]");
            assertThat(back.next()).isEqualTo("42[\"all\"]");
            assertThat(back.next()).isEqualTo("42[\"mine\",1]");
            assertThat(back.next()).isEqualTo("42[\"by id\"]");
            assertThat(back.next()).startsWith("42[\"auth\",{\"pid\":\"" + client.pid);
            ClientSocket after = back.atServer();
            assertThat(after.recovered()).isTrue();
            assertThat(after.rooms()).containsExactlyInAnyOrder(client.sid, "in", "left");
            assertThat(after.data().get("name")).hasToString("\"Ada\"");
            emit("live", Set.of("in"));
            assertThat(back.next()).isEqualTo("42[\"live\"]");
        }
    }

    /** What was sent but had not arrived when the connection broke is missed too. */
    @Test
    void sendsAgainWhatWasOnItsWay() throws Exception {
        start();
        Client client = joined();
        client.atServer().join("a");
        emit("one", Set.of("a"));
        client.next();
        String got = client.offset;
        emit("two", Set.of("a"));
        client.next();
        client.atServer().leave("a");
        client.atServer().join("b");
        emit("after leaving", Set.of("a"));
        emit("three", Set.of("b"));
        client.next();
        client.cut();
        client.offset = got;
        try (Client back = new Client(client)) {
            assertThat(back.next()).isEqualTo("42[\"two\"]");
            assertThat(back.next()).isEqualTo("42[\"three\"]");
        }
    }

    @Test
    void beginsAnewWhenSomethingIsForgotten() throws Exception {
        start("recoveryBytes", 65_536);
        Client client = joined();
        client.cut();
        for (int i = 0; i < 50; i++) {
            emit("x".repeat(2_000), Set.of());
        }
        assertAnew(client);
    }

    @Test
    void beginsAnewWhenItIsTooLate() throws Exception {
        start("recoveryTime", 50);
        Client client = joined();
        client.cut();
        CompletableFuture.runAsync(
                        () -> {},
                        CompletableFuture.delayedExecutor(
                                100, java.util.concurrent.TimeUnit.MILLISECONDS))
                .join();
        assertAnew(client);
    }

    @Test
    void doesNotGiveASessionTwiceNorToStrangersNorAfterAGoodbye() throws Exception {
        start();
        Client client = joined();
        Client stranger = joined();
        client.cut();
        String pid = client.pid;
        client.pid = "guessed";
        assertAnew(client);
        client.pid = pid;
        client.offset = "zzzz";
        assertAnew(client);
        assertAnew(client);

        ClientSocket leaving = stranger.atServer();
        stranger.socket.send("41");
        Engines.eventually(() -> !leaving.connected());
        assertAnew(stranger);
    }

    private void assertAnew(Client client) throws Exception {
        try (Client back = new Client(client)) {
            assertThat(back.sid).isNotEqualTo(client.sid);
            assertThat(back.pid).isNotEqualTo(client.pid);
            assertThat(back.atServer().recovered()).isFalse();
        }
    }

    /** Many threads emit while connections are cut: nobody misses anything or gets it twice. */
    @Test
    void losesNothingUnderLoad() throws Exception {
        start("eventLoops", 2);
        Client client = joined();
        client.atServer().join("room");
        int each = 300;
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            String name = "t" + t + "-";
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < each; i++) {
                                            emit(name + i, Set.of("room"));
                                        }
                                    }));
        }
        List<String> events = new ArrayList<>();
        while (events.size() < 3 * each) {
            for (int i = 0; i < 100 && events.size() < 3 * each; i++) {
                String event = client.next();
                if (!event.contains("auth")) {
                    events.add(event);
                }
            }
            client.cut();
            client = new Client(client);
            assertThat(client.atServer().recovered()).isTrue();
        }
        client.close();
        for (Thread thread : threads) {
            Engines.join(thread);
        }
        assertThat(events).doesNotHaveDuplicates().hasSize(3 * each);
    }

    @Test
    void isOffUnlessAskedFor() throws Exception {
        server = new Engines();
        try (RawWebSocket client = RawWebSocket.open(server.engine)) {
            client.text();
            client.send("40");
            assertThat(client.text()).matches("40\\{\"sid\":\"[\\w-]+\"}");
            assertThat(client.text()).isEqualTo("42[\"auth\",{}]");
        }
    }
}

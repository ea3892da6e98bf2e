package io.fastsocket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** All that is sent arrives, and nobody makes the others wait. */
public interface DeliveryContract extends Contract {

    /** An event is handled and answered, over a WebSocket. */
    @Test
    default void answersOverAWebSocket() throws Exception {
        try (RawWebSocket client = Contract.joined(server())) {
            assertThat(client.send("421[\"echo\",\"a\"]").next(server().patience()))
                    .isEqualTo("431[\"a\"]");
            assertThat(client.send("42[\"echo\",\"b\"]").next(server().patience()))
                    .isEqualTo("42[\"echo-back\",\"b\"]");
        }
    }

    /** And by polling. */
    @Test
    default void answersByPolling() {
        RawPolling client = Contract.polling(server());
        client.post("421[\"echo\",\"a\"]");
        assertThat(client.poll().body()).isEqualTo("431[\"a\"]");
    }

    /** Netty's leak detector, which must be at its most exact, tells of a leak only once. */
    @BeforeAll
    static void watchLeaks() {
        LeakListener.install();
    }

    /** What polling brings is given back to where its memory came from. */
    @Test
    default void leaksNothing() {
        RawPolling client = Contract.polling(server());
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 10; j++) {
                client.post("421[\"echo\",1]\u001e422[\"echo\",2]\u001e423[\"echo\",3]");
            }
            // Netty tells of what was lost when the next one is needed.
            System.gc();
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(LeakListener.leaks()).isEmpty();
    }

    /** Five hundred acknowledgements that wait for a poll all come. */
    @Test
    default void losesNothingOverPolling() {
        RawPolling client = Contract.polling(server());
        StringBuilder body = new StringBuilder();
        Set<String> missing = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            body.append(i == 0 ? "" : "\u001e").append("42" + i + "[\"echo\"," + i + "]");
            missing.add("43" + i + "[" + i + "]");
        }
        client.post(body.toString());
        Set<String> left = Collections.synchronizedSet(missing);
        Thread polls =
                Thread.startVirtualThread(
                        () -> {
                            while (!left.isEmpty()) {
                                for (String packet : client.poll().body().split("\u001e")) {
                                    left.remove(packet);
                                }
                            }
                        });
        Contract.eventually(server(), "all answers", left::isEmpty);
        polls.interrupt();
    }

    /** A connection that is kept takes the next request as soon as the last one is answered. */
    @Test
    default void keepsConnectionsForTheNextRequest() throws Exception {
        for (int i = 0; i < 4; i++) {
            try (KeptConnection connection =
                    new KeptConnection(server().port(), Contract.polling(server()).sid())) {
                for (int j = 0; j < 500; j++) {
                    assertThat(connection.post("3")).as("answer %d", j).contains(" 200 ");
                }
            }
        }
    }

    /** A broadcast is encoded once, however many get it. */
    @Test
    default void encodesABroadcastOnce() throws Exception {
        Counted counted = new Counted();
        try (RawWebSocket one = Contract.joined(server());
                RawWebSocket two = Contract.joined(server());
                RawWebSocket three = Contract.joined(server())) {
            server().broadcast(counted);
            for (RawWebSocket each : new RawWebSocket[] {one, two, three}) {
                assertThat(each.next(server().patience())).contains("{\"text\":\"text\"}");
            }
            assertThat(counted.times()).isEqualTo(1);
        }
    }

    /**
     * A client that does not read is closed before it fills the memory; the others lose nothing.
     */
    @Test
    default void closesWhoDoesNotRead() throws Exception {
        String text = "x".repeat(64 * 1024);
        try (RawWebSocket slow = Contract.joined(server());
                RawWebSocket reader = Contract.joined(server())) {
            int before = server().sockets();
            slow.pause();
            for (int i = 0; i < 400; i++) {
                server().broadcast(text);
                assertThat(reader.next(server().patience())).hasSizeGreaterThan(text.length());
            }
            Contract.eventually(server(), "closed", () -> server().sockets() < before);
        }
    }

    /** A handler that blocks holds up neither the event loop nor other clients. */
    @Test
    default void isNotHeldUpByAHandler() throws Exception {
        try (RawWebSocket busy = Contract.joined(server());
                RawWebSocket other = Contract.joined(server())) {
            busy.send("421[\"hold\",1]");
            Contract.eventually(server(), "held", () -> server().handled().contains("/ hold"));
            assertThat(other.send("422[\"echo\",2]").next(server().patience())).isEqualTo("432[2]");
        }
    }
}

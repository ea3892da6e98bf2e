package io.fastsocket.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** There is no way past authentication, and nothing runs before CONNECT. */
public interface AdmissionContract extends Contract {

    /** Whoever sends no auth at all is asked like everybody else. */
    @Test
    default void refusesWhoSendsNoAuth() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server().port())) {
            assertThat(client.send("40/private,").next(server().patience()))
                    .startsWith("44/private,");
        }
    }

    /** Whoever is refused is out, and what it sends all the same does not run. */
    @Test
    default void runsNothingOfWhoIsRefused() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server().port())) {
            assertThat(client.send("40/private,{\"token\":\"x\"}").next(server().patience()))
                    .startsWith("44/private,");
            client.send("42/private,1[\"echo\",1]");
            assertThat(client.next(server().patience())).isEqualTo(RawWebSocket.CLOSED);
            assertThat(server().handled()).doesNotContain("/private echo");
        }
    }

    /** An event ahead of CONNECT does not run in the default namespace. */
    @Test
    default void runsNothingBeforeConnect() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server().port())) {
            int before = server().handled().size();
            client.send("421[\"echo\",1]");
            assertThat(client.next(server().patience())).isEqualTo(RawWebSocket.CLOSED);
            assertThat(server().handled()).hasSize(before);
        }
    }

    /** Who has not joined the default namespace gets none of its broadcasts. */
    @Test
    default void sendsNothingBeforeConnect() throws Exception {
        try (RawWebSocket outside = RawWebSocket.open(server().port());
                RawWebSocket inside = Contract.joined(server())) {
            server().broadcast("to members");
            assertThat(inside.next(server().patience())).contains("to members");
            assertThat(outside.send("40").next(server().patience())).startsWith("40{");
        }
    }

    /** A second WebSocket does not take over the session of the first. */
    @Test
    default void refusesASecondWebSocketForASession() throws Exception {
        RawPolling polling = Contract.polling(server());
        String query = "EIO=4&transport=websocket&sid=" + polling.sid();
        try (RawWebSocket first = new RawWebSocket(server().port(), query, true)) {
            assertThat(first.send("2probe").next(server().patience())).isEqualTo("3probe");
            first.send("5").send("421[\"echo\",1]");
            String answer = first.next(server().patience());
            // Some send the noop that ends the last poll here as well.
            assertThat(answer.equals("6") ? first.next(server().patience()) : answer)
                    .isEqualTo("431[1]");
            try (RawWebSocket second = new RawWebSocket(server().port(), query, true)) {
                assertThat(second.next(server().patience())).isEqualTo(RawWebSocket.CLOSED);
            }
            assertThat(first.send("422[\"echo\",2]").next(server().patience())).isEqualTo("432[2]");
        }
    }

    /** A page of somebody else's is not told that it may read, least of all with cookies. */
    @Test
    default void letsNoForeignPageRead() {
        assertThat(
                        RawPolling.request(
                                        server().port(),
                                        "GET",
                                        "EIO=4&transport=polling",
                                        "Origin",
                                        "http://evil.example")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    /** And it cannot open a WebSocket, for which browsers ask nobody. */
    @Test
    default void letsNoForeignPageOpenAWebSocket() {
        assertThatThrownBy(
                        () ->
                                new RawWebSocket(
                                                server().port(),
                                                "EIO=4&transport=websocket",
                                                true,
                                                "Origin",
                                                "http://evil.example")
                                        .close())
                .isNotNull();
    }
}

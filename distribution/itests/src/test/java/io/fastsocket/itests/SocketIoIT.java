package io.fastsocket.itests;

import static io.fastsocket.itests.ConformanceProduct.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.contract.RawPolling;
import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;

/** What the public suite of Socket.IO 5 checks, against the running product. */
@Isolated("its heartbeats are quicker than a busy machine")
@ExtendWith(ConformanceProduct.class)
class SocketIoIT {

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"token\":\"123\"}"})
    void admitsToNamespaces(String auth) throws Exception {
        String given = auth.isEmpty() ? "{}" : auth;
        try (RawWebSocket client = RawWebSocket.open(port())) {
            assertThat(client.send("40" + auth).next()).matches("40\\{\"sid\":\"[\\w-]+\"}");
            assertThat(client.next()).isEqualTo("42[\"auth\"," + given + "]");
            client.send("40/custom," + auth);
            assertThat(client.next()).matches("40/custom,\\{\"sid\":\"[\\w-]+\"}");
            assertThat(client.next()).isEqualTo("42/custom,[\"auth\"," + given + "]");
        }
    }

    @Test
    void refusesAnUnknownNamespace() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(port())) {
            assertThat(client.send("40/random").next())
                    .isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4abc", "42[\"message\"]", "40[]", "43[]"})
    void closesWhenConnectDoesNotComeFirst(String packet) throws Exception {
        try (RawWebSocket client = RawWebSocket.open(port())) {
            assertThat(client.send(packet).next()).isEqualTo(RawWebSocket.CLOSED);
        }
    }

    @Test
    void closesWhenConnectNeverComes() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(port())) {
            assertThat(client.next()).isEqualTo(RawWebSocket.CLOSED);
        }
    }

    @Test
    void leavesOneNamespaceAndStaysInTheOther() throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(port())) {
            client.send("40/custom");
            client.next();
            client.next();
            client.send("41/custom");
            assertThat(client.send("42[\"message\",\"to main namespace\"]").next())
                    .isEqualTo("42[\"message-back\",\"to main namespace\"]");
            client.send("41");
            assertThat(client.send("42[\"message\"]").next()).isEqualTo(RawWebSocket.CLOSED);
        }
    }

    @Test
    void carriesTextAndBinaryByWebSocket() throws Exception {
        String two = "{\"_placeholder\":true,\"num\":0},{\"a\":{\"_placeholder\":true,\"num\":1}}]";
        try (RawWebSocket client = RawWebSocket.joined(port())) {
            assertThat(client.send("42[\"message\",1,\"2\",{\"3\":[true]}]").next())
                    .isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
            assertThat(client.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]").next())
                    .isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
            client.send("452-[\"message\"," + two).send((byte) 1, (byte) 2).send((byte) 3);
            assertThat(client.next()).isEqualTo("452-[\"message-back\"," + two);
            assertThat(client.next()).isEqualTo("b0102");
            assertThat(client.next()).isEqualTo("b03");
            client.send("452-789[\"message-with-ack\"," + two).send((byte) 1).send((byte) 2);
            assertThat(client.next()).isEqualTo("462-789[" + two);
            assertThat(client.next()).isEqualTo("b01");
            assertThat(client.next()).isEqualTo("b02");
        }
    }

    @Test
    void carriesTextAndBinaryByPolling() {
        RawPolling client = RawPolling.joined(port());
        String event =
                "452-7[\"message-with-ack\",{\"_placeholder\":true,\"num\":1},null,1e3,"
                        + "{\"_placeholder\":true,\"num\":0}]\u001ebAQI=\u001ebAw==";
        assertThat(client.post(event).body()).isEqualTo("ok");
        // An answer numbers its binaries in the order of their places.
        assertThat(everything(client, 3))
                .isEqualTo(
                        "462-7[{\"_placeholder\":true,\"num\":0},null,1e3,"
                                + "{\"_placeholder\":true,\"num\":1}]\u001ebAw==\u001ebAQI=");
    }

    /** Queued acknowledgements were once cut off at fifty. */
    @Test
    void acknowledgesFiveHundredEventsOverPolling() {
        RawPolling client = RawPolling.joined(port());
        StringBuilder events = new StringBuilder();
        StringBuilder acks = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            String separator = i == 0 ? "" : "\u001e";
            events.append(separator).append("42" + i + "[\"message-with-ack\"," + i + "]");
            acks.append(separator).append("43" + i + "[" + i + "]");
        }
        client.post(events.toString());
        assertThat(everything(client, 500)).isEqualTo(acks.toString());
    }

    private static String everything(RawPolling client, int packets) {
        String all = client.poll().body();
        while (all.split("\u001e", -1).length < packets) {
            all += "\u001e" + client.poll().body();
        }
        return all;
    }

    /** What follows an event that nothing handles was once parsed as packets of its own. */
    @Test
    void parsesNothingTwice() throws Exception {
        String tail = String.join("", Collections.nCopies(900, "42[\\\"message\\\"]"));
        try (RawWebSocket client = RawWebSocket.joined(port())) {
            client.send("42[\"unknown\",\"" + tail + "\"]");
            assertThat(client.next()).startsWith("42[\"error\",{\"error\":{\"code\":4004");
            client.send("427[\"unknown\",\"" + tail + "\"]");
            assertThat(client.next()).startsWith("437[{\"error\":{\"code\":4004");
            assertThat(client.send("42[\"message\",1]").next()).isEqualTo("42[\"message-back\",1]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4abc",
                "49[\"message\"]",
                "42{}",
                "42abc",
                "42[\"message\"",
                "42abc[\"message-with-ack\"]",
                "42[1,]",
                "451-[\"message\"]x",
                "4511-[\"message\"]"
            })
    void closesUponWhatIsNoPacket(String packet) throws Exception {
        try (RawWebSocket client = RawWebSocket.joined(port())) {
            assertThat(client.send(packet).next()).isEqualTo(RawWebSocket.CLOSED);
        }
    }
}

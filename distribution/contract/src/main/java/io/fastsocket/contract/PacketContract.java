package io.fastsocket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Packets are what they are: nothing is parsed twice, guessed or changed. */
public interface PacketContract extends Contract {

    /** What a client says in an event that nothing handles is no packet of its own. */
    @Test
    default void parsesNothingTwice() throws Exception {
        String packet = "42[\\\"echo\\\",1]";
        try (RawWebSocket client = Contract.joined(server())) {
            int before = server().handled().size();
            client.send("42[\"nobody\",\"" + "41".repeat(6_000) + packet + "\"]");
            client.send("427[\"echo\",7]");
            String answer = client.next(server().patience());
            while (answer.startsWith("42[\"error\"")) {
                answer = client.next(server().patience());
            }
            assertThat(answer).isEqualTo("437[7]");
            assertThat(server().handled().size() - before).isEqualTo(1);
        }
    }

    /** Only digits are packet types: {@code r} is not 2. */
    @Test
    default void readsPacketTypesExactly() throws Exception {
        try (RawWebSocket client = Contract.joined(server())) {
            int before = server().handled().size();
            client.send("4r1[\"echo\",1]");
            assertThat(client.next(server().patience())).isEqualTo(RawWebSocket.CLOSED);
            assertThat(server().handled()).hasSize(before);
        }
    }

    /** Nulls, big numbers and the order of keys come back as they were sent. */
    @Test
    default void changesNothing() throws Exception {
        String value =
                "{\"z\":null,\"a\":12345678901234567890.123456789,\"m\":[{\"k\":null}],\"b\":\"\\u00e9\"}";
        try (RawWebSocket client = Contract.joined(server())) {
            assertThat(client.send("421[\"echo\"," + value + "]").next(server().patience()))
                    .isEqualTo("431[" + value + "]");
        }
    }

    /** A client cannot announce any number of binaries. */
    @Test
    default void limitsAttachments() throws Exception {
        try (RawWebSocket client = Contract.joined(server())) {
            client.send("451000000-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(client.next(server().patience())).isEqualTo(RawWebSocket.CLOSED);
        }
    }

    /** Whoever asks for an answer gets one, also if nothing handles the event. */
    @Test
    default void answersWhatNothingHandles() throws Exception {
        try (RawWebSocket client = Contract.joined(server())) {
            assertThat(client.send("425[\"nobody\",1]").next(server().patience()))
                    .startsWith("435[");
        }
    }
}

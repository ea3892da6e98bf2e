package io.fastsocket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Binaries get in and out unchanged, nested, answered and broadcast, over both transports. */
public interface BinaryContract extends Contract {

    /** Where a binary stands in a packet's text. */
    String PLACE = "{\"_placeholder\":true,\"num\":0}";

    /** In, over a WebSocket. */
    @Test
    default void takesABinary() throws Exception {
        try (RawWebSocket client = Contract.joined(server())) {
            client.send("451-[\"binary\"," + PLACE + "]").send((byte) 0x0a, (byte) 0xff);
            Contract.eventually(server(), "in", () -> server().handled().contains("/ binary 0aff"));
        }
    }

    /** Out, over a WebSocket. */
    @Test
    default void emitsABinary() throws Exception {
        try (RawWebSocket client = Contract.joined(server())) {
            client.send("451-[\"binary\"," + PLACE + "]").send((byte) 1, (byte) 2);
            assertThat(client.next(server().patience()))
                    .isEqualTo("451-[\"binary-back\"," + PLACE + "]");
            assertThat(client.next(server().patience())).isEqualTo("b0102");
        }
    }

    /** In an acknowledgement. */
    @Test
    default void answersWithABinary() throws Exception {
        try (RawWebSocket client = Contract.joined(server())) {
            client.send("451-7[\"binary\"," + PLACE + "]").send((byte) 1, (byte) 2);
            assertThat(client.next(server().patience())).isEqualTo("461-7[" + PLACE + "]");
            assertThat(client.next(server().patience())).isEqualTo("b0102");
        }
    }

    /** Within an object. */
    @Test
    default void carriesANestedBinary() throws Exception {
        String object = "{\"name\":\"n\",\"data\":" + PLACE + "}";
        try (RawWebSocket client = Contract.joined(server())) {
            client.send("451-8[\"nested\"," + object + "]").send((byte) 3);
            assertThat(client.next(server().patience())).isEqualTo("461-8[" + object + "]");
            assertThat(client.next(server().patience())).isEqualTo("b03");
        }
    }

    /** In and out by polling. */
    @Test
    default void carriesABinaryByPolling() {
        RawPolling client = Contract.polling(server());
        client.post("451-9[\"binary\"," + PLACE + "]\u001ebAQID");
        assertThat(packets(client, 2)).containsExactly("461-9[" + PLACE + "]", "bAQID");
    }

    /** In a broadcast, to both transports. */
    @Test
    default void broadcastsABinary() throws Exception {
        RawPolling polling = Contract.polling(server());
        try (RawWebSocket client = Contract.joined(server())) {
            server().broadcast(new byte[] {4, 5});
            assertThat(client.next(server().patience())).isEqualTo("451-[\"news\"," + PLACE + "]");
            assertThat(client.next(server().patience())).isEqualTo("b0405");
            assertThat(packets(polling, 2))
                    .containsExactly("451-[\"news\"," + PLACE + "]", "bBAU=");
        }
    }

    /** Polls until there are so many packets. */
    private List<String> packets(RawPolling client, int count) {
        List<String> packets = Collections.synchronizedList(new ArrayList<>());
        Thread polls =
                Thread.startVirtualThread(
                        () -> {
                            while (packets.size() < count) {
                                packets.addAll(List.of(client.poll().body().split("\u001e")));
                            }
                        });
        Contract.eventually(server(), count + " packets", () -> packets.size() >= count);
        polls.interrupt();
        return List.copyOf(packets);
    }
}

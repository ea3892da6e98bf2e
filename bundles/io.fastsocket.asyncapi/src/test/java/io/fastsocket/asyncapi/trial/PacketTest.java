package io.fastsocket.asyncapi.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

/** What the client reads and writes. */
class PacketTest {

    @Test
    void isReadAndWritten() {
        for (String text :
                new String[] {
                    "0{\"sid\":\"x\"}",
                    "0/shop,{\"token\":\"a,b\"}",
                    "2[\"order\",{\"a\":1}]",
                    "2/shop/eu,17[\"order\"]",
                    "3/shop,4[]",
                    "1/shop,",
                    "1"
                }) {
            assertThat(Packet.of(text).text()).isEqualTo("4" + text);
        }
        Packet packet = Packet.of("2/shop,17[\"order\",\"9/\"]");
        assertThat(packet.namespace()).isEqualTo("/shop");
        assertThat(packet.id()).isEqualTo(17);
        assertThat(packet.data()).hasSize(2);
        assertThat(Packet.of("0").namespace()).isEqualTo("/");
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThatThrownBy(() -> Packet.of("9[]")).hasMessage("no packet of Socket.IO: 9[]");
        assertThatThrownBy(() -> Packet.of("2[\"a\"")).hasMessage("no JSON in 2[\"a\"");
    }

    @Test
    void binariesBecomeTexts() {
        Packet packet =
                Packet.of(
                        "52-/a,[\"file\",{\"_placeholder\":true,\"num\":1},[{\"_placeholder\":true,\"num\":0}]]");
        assertThat(packet.attachments()).isEqualTo(2);
        Binaries binaries = new Binaries(packet);
        assertThat(binaries.add(ByteBuffer.wrap(new byte[] {65, -1}))).isNull();
        Packet whole = binaries.add(ByteBuffer.wrap(new byte[] {66}));
        assertThat(whole.data()).hasToString("[\"file\",\"B\",[\"A\u00ff\"]]");
    }
}

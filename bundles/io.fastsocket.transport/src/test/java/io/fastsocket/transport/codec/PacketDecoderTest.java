package io.fastsocket.transport.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

final class PacketDecoderTest {

    private final PacketDecoder decoder = new PacketDecoder(10, 512);
    private byte[] text;

    private PacketFault decode(String packet) {
        // In the middle of a larger array, as in a batch.
        text = ("~~" + packet + "~~").getBytes(StandardCharsets.UTF_8);
        return decoder.decode(text, 2, text.length - 2);
    }

    private String namespace() {
        return range(text, decoder.namespaceFrom(), decoder.namespaceTo());
    }

    private String arguments() {
        return range(text, decoder.argumentsFrom(), decoder.argumentsTo());
    }

    private String name() {
        return range(decoder.name(), decoder.nameFrom(), decoder.nameTo());
    }

    private static String range(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // packet | type | namespace | ack id | attachments | arguments
                "0 | 0 | `` | -1 | 0 | ``",
                "0/ | 0 | `` | -1 | 0 | ``",
                "0/, | 0 | `` | -1 | 0 | ``",
                "0{\"token\":\"1\"} | 0 | `` | -1 | 0 | {\"token\":\"1\"}",
                "0/custom | 0 | /custom | -1 | 0 | ``",
                "0/custom, | 0 | /custom | -1 | 0 | ``",
                "0/custom,{\"a\":[]} | 0 | /custom | -1 | 0 | {\"a\":[]}",
                "0/é | 0 | /é | -1 | 0 | ``",
                "1 | 1 | `` | -1 | 0 | ``",
                "1/custom, | 1 | /custom | -1 | 0 | ``",
                "2[\"m\"] | 2 | `` | -1 | 0 | ``",
                "2[ \"m\" , 1 , {} ] | 2 | `` | -1 | 0 | 1 , {}",
                "20[\"m\",null] | 2 | `` | 0 | 0 | null",
                "2/custom,456[\"m\",1,\"2\"] | 2 | /custom | 456 | 0 | 1,\"2\"",
                "29223372036854775807[\"m\"] | 2 | `` | 9223372036854775807 | 0 | ``",
                "312[] | 3 | `` | 12 | 0 | ``",
                "312[ ] | 3 | `` | 12 | 0 | ``",
                "3/a,1[1,2] | 3 | /a | 1 | 0 | 1,2",
                "51-[\"m\",{\"_placeholder\":true,\"num\":0}] | 5 | `` | -1 | 1 |"
                        + " {\"_placeholder\":true,\"num\":0}",
                "52-/a,7[\"m\",1] | 5 | /a | 7 | 2 | 1",
                "61-3[{\"_placeholder\":true,\"num\":0}] | 6 | `` | 3 | 1 |"
                        + " {\"_placeholder\":true,\"num\":0}",
            })
    void decodes(
            String packet, int type, String namespace, long ackId, int attachments, String args) {
        assertThat(decode(packet)).isNull();
        assertThat(decoder.type()).isEqualTo(type);
        assertThat(namespace()).isEqualTo(namespace);
        assertThat(decoder.ackId()).isEqualTo(ackId);
        assertThat(decoder.attachments()).isEqualTo(attachments);
        assertThat(arguments()).isEqualTo(args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "7",
                "9",
                "abc",
                "-",
                "50-[\"m\",1]",
                "0[]",
                "0\"a\"",
                "0{",
                "0{}x",
                "05{}",
                "0/a,[]",
                "1{}",
                "1/a,{}",
                "2",
                "2{}",
                "2[]",
                "2[",
                "2[\"a\"",
                "2[\"a\",]",
                "2[\"a\"]x",
                "2[\"a\"],[\"b\"]",
                "2[\"a\"]]",
                "2[null]",
                "2[{}]",
                "2[true]",
                "2abc[\"a\"]",
                "2-1[\"a\"]",
                "2 1[\"a\"]",
                "2[\"a\",1],[\"x\"]",
                "29223372036854775808[\"a\"]",
                "2[\"connect\"]",
                "2[\"disconnect\"]",
                "2[\"connect_error\"]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "2[\"removeListener\"]",
                "2[\"\\u0063onnect\"]",
                "2[\"\\ud800\"]",
                "3[]",
                "3",
                "31",
                "31{}",
                "4",
                "4{}",
                "5[\"a\"]",
                "5-[\"a\"]",
                "511-[\"a\"]",
                "5999999999999-[\"a\"]",
                "5-1-[\"a\"]",
                "51[\"a\"]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":1}]",
                "61-[1]",
                "61-1",
                "2/a\u0001,[\"a\"]",
                "2/a"
            })
    void refuses(String packet) {
        assertThat(decode(packet)).as(packet).isNotNull();
    }

    @Test
    void resolvesEscapesInNames() {
        assertThat(decode("2[\"a\\u00e9\\n\\ud83d\\ude00/\\\"\"]")).isNull();
        assertThat(name()).isEqualTo("aé\n😀/\"");
        assertThat(decode("2[\"plain\"]")).isNull();
        assertThat(name()).isEqualTo("plain");
        assertThat(decoder.name()).isSameAs(text);
    }

    @Test
    void takesANumberForItsText() {
        assertThat(decode("2[42,1]")).isNull();
        assertThat(name()).isEqualTo("42");
    }

    @Test
    void saysWhenItIsNotUtf8() {
        byte[] bytes = "2[\"m\",\"?\"]".getBytes(StandardCharsets.US_ASCII);
        bytes[7] = (byte) 0xFF;
        assertThat(decoder.decode(bytes, 0, bytes.length)).isEqualTo(PacketFault.BAD_UTF8);
    }

    @Test
    void refusesEveryTruncationOfAnEvent() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            String args = RandomJson.value(random, 3) + "," + RandomJson.value(random, 2);
            String packet = "51-/n,12[\"näme\"," + args + "]";
            assertThat(decode(packet)).as(packet).isNull();
            assertThat(arguments()).isEqualTo(args);
            byte[] utf8 = packet.getBytes(StandardCharsets.UTF_8);
            for (int end = 0; end < utf8.length; end++) {
                assertThat(decoder.decode(utf8, 0, end)).as(packet + " at " + end).isNotNull();
            }
        }
    }
}

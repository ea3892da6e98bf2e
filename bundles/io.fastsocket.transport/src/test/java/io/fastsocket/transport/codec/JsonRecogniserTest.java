package io.fastsocket.transport.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

final class JsonRecogniserTest {

    private static final int MAX_DEPTH = 512;

    private final JsonRecogniser json = new JsonRecogniser(MAX_DEPTH);

    private int value(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return json.value(utf8, 0, utf8.length, -1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "12",
                "-1.5",
                "1e5",
                "1E+5",
                "0.1e-7",
                "true",
                "false",
                "null",
                "\"\"",
                "\"a\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
                "\"é€😀\"",
                "\"\\ud800\"",
                "[]",
                "[ ]",
                "{}",
                "{ }",
                "[1]",
                "[1,2]",
                "[ 1 , [ ] ]",
                "{\"a\":1}",
                "{ \"a\" : { \"b\" : [ null ] } }",
                "{\"a\":1,\"a\":2}",
                "[[[[[]]]],{}]",
                "\"a string longer than eight bytes\"",
                "\"1234567\"",
                "\"12345678\"",
                "\"1234567\\n\"",
                "  1"
            })
    void acceptsJson(String text) {
        assertThat(value(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+1",
                ".5",
                "1.",
                "1.e5",
                "1e",
                "1e+",
                "tru",
                "True",
                "nul",
                "NaN",
                "Infinity",
                "\"",
                "\"a",
                "'a'",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\n\"",
                "\"\t\"",
                "\"1234567\n\"",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{",
                "{1:2}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1]",
                "{,}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "]",
                "}",
                ","
            })
    void refusesWhatIsNone(String text) {
        assertThat(value(text)).isEqualTo(JsonRecogniser.MALFORMED);
    }

    @Test
    void stopsAfterTheFirstValue() {
        assertThat(value("01")).isEqualTo(1);
        assertThat(value("[1],[2]")).isEqualTo(3);
        assertThat(value("\"a\"b")).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[][] bad = {
            {(byte) 0x80},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xC3},
            {(byte) 0xC3, 'a'},
            {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF0, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            {(byte) 0xF5, 1, 1, 1},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xFF}
        };
        for (byte[] bytes : bad) {
            byte[] text = new byte[bytes.length + 2];
            text[0] = text[text.length - 1] = '"';
            System.arraycopy(bytes, 0, text, 1, bytes.length);
            assertThat(json.value(text, 0, text.length, -1)).isEqualTo(JsonRecogniser.BAD_UTF8);
            assertThat(Utf8.valid(bytes, 0, bytes.length)).isFalse();
        }
    }

    @Test
    void refusesNestingPastItsDepth() {
        int depth = MAX_DEPTH;
        assertThat(value("[".repeat(depth) + "]".repeat(depth))).isEqualTo(2 * depth);
        assertThat(value("[".repeat(depth + 1) + "]".repeat(depth + 1))).isNegative();
    }

    @Test
    void wantsPlaceholdersToExist() {
        assertThat(binary("{\"_placeholder\":true,\"num\":1}", 2)).isPositive();
        assertThat(binary("[{\"num\":0,\"_placeholder\":true}]", 1)).isPositive();
        assertThat(binary("{\"_placeholder\":false,\"num\":9}", 1)).isPositive();
        assertThat(binary("{\"a\":{\"_placeholder\":true,\"num\":1}}", 1)).isNegative();
        assertThat(binary("{\"_placeholder\":true}", 1)).isNegative();
        assertThat(binary("{\"_placeholder\":true,\"num\":-1}", 1)).isNegative();
        assertThat(binary("{\"_placeholder\":true,\"num\":0.5}", 1)).isNegative();
        assertThat(binary("{\"_placeholder\":true,\"num\":\"0\"}", 1)).isNegative();
        assertThat(binary("{\"_placeholder\":true,\"num\":0,\"num\":7}", 1)).isNegative();
        assertThat(binary("{\"\\u005fplaceholder\":true,\"num\":7}", 1)).isNegative();
        assertThat(value("{\"_placeholder\":true,\"num\":7}")).isPositive();
    }

    private int binary(String text, int attachments) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return json.value(utf8, 0, utf8.length, attachments);
    }

    @Test
    void acceptsRandomJsonAndNoPrefixOfIt() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String text = "[" + RandomJson.value(random, 4) + "]";
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(json.value(utf8, 0, utf8.length, -1)).as(text).isEqualTo(utf8.length);
            for (int end = 0; end < utf8.length; end++) {
                assertThat(json.value(utf8, 0, end, -1)).as(text).isNegative();
            }
        }
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = RandomJson.value(random, 3).getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < 3 && text.length > 0; k++) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            assertThat(json.value(text, 0, text.length, 2)).isLessThanOrEqualTo(text.length);
        }
    }
}

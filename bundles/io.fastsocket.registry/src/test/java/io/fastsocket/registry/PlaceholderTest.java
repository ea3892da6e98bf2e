package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.Json;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What looks like a binary's placeholder and is none must not go out beside real binaries. */
class PlaceholderTest {

    private static final byte[] BINARY = {1, 2, 3};
    private static final byte[] OTHER = {4};

    private final Codec codec = new Codec(PlaceholderTest.class.getClassLoader());

    @AfterEach
    void close() {
        codec.close();
    }

    private Json sent(String text, byte[]... attachments) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return codec.raw(
                new Payload(bytes, 0, bytes.length, List.of(attachments)), 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_placeholder\":true,\"num\":9}",
                "{\"_placeholder\":true,\"num\":0}",
                "{\"num\":0,\"_placeholder\":true}",
                "[{\"a\": { \"_placeholder\" : true , \"more\":1, \"num\" : 0 } }]",
                "{\"_placeholder\":true}",
                "{\"_placeholder\":true,\"num\":1e0}",
                "{\"_placeholder\":true,\"num\":12345678901}",
                "{\"\\u005Fplaceh\\u006flder\":true,\"num\":0}"
            })
    void whatAClientMadeUpIsRefusedBesideABinary(String text) {
        assertThatThrownBy(() -> codec.encode("picture", sent(text), BINARY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("picture")
                .hasMessageContaining("_placeholder");
        assertThatThrownBy(() -> codec.encode("picture", BINARY, Json.of(text)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.encode(List.of(sent(text), BINARY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(codec.encode("text", sent(text))).hasToString("\"text\"," + text);
    }

    @Test
    void numbersWithoutABinaryAreRefusedToo() {
        Json json =
                sent(
                        "[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":7}]",
                        OTHER);
        assertThatThrownBy(() -> codec.encode("picture", json))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mapsAreNoWayRound() {
        Map<String, Object> made = Map.of("_placeholder", true);
        assertThatThrownBy(() -> codec.encode("picture", made, BINARY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(codec.encode("text", made)).hasToString("\"text\",{\"_placeholder\":true}");
    }

    @Test
    void realOnesAndTextThatOnlyReadsLikeOneGoOut() {
        Json twice =
                sent(
                        "[{\"num\":1,\"_placeholder\":true}, {\"_placeholder\":true,\"num\":1}]",
                        BINARY,
                        OTHER);
        Payload payload =
                codec.encode(
                        "_placeholder",
                        BINARY,
                        twice,
                        "{\"_placeholder\":true}",
                        sent(
                                "{\"_placeholder\":false,\"a\":\"_placeholder\",\"\\\\_placeholder\":true}"));
        assertThat(payload)
                .hasToString(
                        "\"_placeholder\",{\"_placeholder\":true,\"num\":0},"
                                + "[{\"_placeholder\":true,\"num\":1}, {\"_placeholder\":true,\"num\":1}],"
                                + "\"{\\\"_placeholder\\\":true}\","
                                + "{\"_placeholder\":false,\"a\":\"_placeholder\",\"\\\\_placeholder\":true}");
        assertThat(payload.attachments()).containsExactly(BINARY, OTHER);
    }
}

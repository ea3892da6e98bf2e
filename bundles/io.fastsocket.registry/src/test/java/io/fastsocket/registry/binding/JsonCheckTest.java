package io.fastsocket.registry.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.5e+7",
                "null",
                " true ",
                "[]",
                "{}",
                "\"\\u00e9\\n\"",
                "[1,{\"a\":[]}]",
                "\"\uD83D\uDE00\"",
                "{\"a\":1,\"a\":2}"
            })
    void jsonIsLetPass(String text) {
        assertThatCode(() -> JsonCheck.check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1],[\"x\"",
                "1,2",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "-",
                "tru",
                "nul",
                "NaN",
                "'a'",
                "\"",
                "\"\\x\"",
                "\"\\u00g0\"",
                "\"\n\"",
                "[1,]",
                "[",
                "{\"a\"}",
                "{a:1}",
                "{\"a\":1,}",
                "{} {}",
                "\"\uD83D\"",
                "\"\uDE00\"",
                "\"\\u00AG\""
            })
    void anythingElseIsNot(String text) {
        assertThatThrownBy(() -> JsonCheck.check(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> JsonCheck.check("[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingBreaksOutOfThePacket() {
        try (Codec codec = new Codec(getClass().getClassLoader())) {
            assertThatThrownBy(() -> codec.encode("e", Json.of("1],[\"x\"")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not a JSON value, at character 1");
            assertThat(codec.encode("e\"", 1, Json.of("{\"a\" : 1.0}"), null))
                    .hasToString("\"e\\\"\",1,{\"a\" : 1.0},null");
        }
    }
}

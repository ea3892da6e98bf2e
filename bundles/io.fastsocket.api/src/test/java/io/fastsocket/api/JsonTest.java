package io.fastsocket.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"\"", " {} "})
    void nothingIsEmpty(String text) {
        assertThat(Json.of(text).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "{\"a\":null}", "[null]"})
    void somethingIsNot(String text) {
        assertThat(Json.of(text).isEmpty()).isFalse();
    }

    @Test
    void textIsKeptAsItIs() {
        assertThat(Json.of("{\"b\":1.0, \"a\":1e2}").text()).isEqualTo("{\"b\":1.0, \"a\":1e2}");
    }

    @Test
    void aMadeValueCannotBeBound() {
        assertThatThrownBy(() -> Json.of("1").as(Integer.class))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}

package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class HandlerProblemsTest {

    @Test
    void oneIsAsItIs() {
        assertThat(HandlerProblems.inOneLine(List.of("Chat.hidden: is private; give it another")))
                .isEqualTo("Chat.hidden: is private; give it another");
    }

    @Test
    void severalAreNumbered() {
        assertThat(
                        HandlerProblems.inOneLine(
                                List.of("Chat.a: is private; mend it", "Chat.b: is static")))
                .isEqualTo("2 problems: (1) Chat.a: is private; mend it (2) Chat.b: is static");
    }

    @Test
    void noneIsNothing() {
        assertThat(HandlerProblems.inOneLine(List.of())).isEmpty();
    }
}

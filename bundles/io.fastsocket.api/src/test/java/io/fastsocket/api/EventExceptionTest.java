package io.fastsocket.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class EventExceptionTest {

    @Test
    void numbersBelowTenThousandBelongToTheRuntime() {
        assertThatThrownBy(() -> new EventException(9_999, "no"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9999")
                .hasMessageContaining("10000");
        assertThat(new EventException(10_000, "no").code()).isEqualTo(10_000);
    }

    @Test
    void detailsAreCopied() {
        EventException.Detail detail = new EventException.Detail("name", "must not be blank");
        EventException error =
                new EventException(ErrorCode.VALIDATION, Arrays.asList(detail), null);
        assertThat(error.details()).isEqualTo(List.of(detail));
        assertThat(error.reason()).isEqualTo("validation");
    }

    @Test
    void runtimeNumbersAreUniqueAndInTheirRanges() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
                .doesNotHaveDuplicates()
                .allMatch(c -> c >= 4000 && c < 6000);
    }
}

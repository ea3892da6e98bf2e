package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionIdTest {

    private static final RevisionId ONE = new RevisionId("shop", "1.0.0", "719c09b5c7ae4362");

    @Test
    void isNamedByItsVersionAndTheBeginOfItsHash() {
        assertThat(ONE).hasToString("shop 1.0.0 (719c09b5)");
        assertThat(new RevisionId("shop", "1.0.0", "")).hasToString("shop 1.0.0 ()");
    }

    @Test
    void besideAnotherOfTheSameVersionItIsKnownByItsHash() {
        RevisionId other = new RevisionId("shop", "1.0.0", "17451f03b381236d");
        assertThat(ONE.versionBeside(other)).isEqualTo("1.0.0 (719c09b5)");
        assertThat(ONE.versionBeside(new RevisionId("shop", "2.0.0", "17451f03b381236d")))
                .isEqualTo("1.0.0");
    }
}

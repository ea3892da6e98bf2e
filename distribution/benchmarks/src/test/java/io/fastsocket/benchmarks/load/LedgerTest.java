package io.fastsocket.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Tally tally = new Tally();
    private final Ledger ledger = new Ledger(tally, 10, 1);

    private void come(int... numbers) {
        for (int number : numbers) {
            ledger.came(number);
        }
    }

    @Test
    void whatIsRightIsCounted() {
        come(10, 11, 12);
        ledger.close(13);
        assertThat(tally.clean()).isTrue();
        assertThat(tally.messages()).isEqualTo(3);
    }

    @Test
    void gapsAreLost() {
        come(10, 12, 15);
        ledger.close(18);
        assertThat(tally.faults()).isEqualTo("5 lost");
    }

    @Test
    void whatComesLateIsNotLost() {
        come(10, 12, 11, 13);
        ledger.close(14);
        assertThat(tally.faults()).isEqualTo("1 reordered");
        assertThat(tally.messages()).isEqualTo(4);
    }

    @Test
    void whatComesTwiceIsRepeated() {
        come(10, 11, 10, 11);
        ledger.close(12);
        assertThat(tally.faults()).isEqualTo("2 repeated");
    }

    @Test
    void stepsMayBeLarger() {
        Ledger tens = new Ledger(tally, 3, 10);
        tens.came(3);
        tens.came(23);
        tens.close(43);
        assertThat(tally.faults()).isEqualTo("2 lost");
    }

    @Test
    void nothingCountsAfterTheEnd() {
        ledger.close(11);
        assertThat(ledger.came(10)).isFalse();
        assertThat(tally.faults()).isEqualTo("1 lost");
    }
}

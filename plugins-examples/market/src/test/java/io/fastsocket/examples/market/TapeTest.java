package io.fastsocket.examples.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class TapeTest {

    @Test
    void keepsTheLastOnes() {
        Tape tape = new Tape();
        IntStream.rangeClosed(1, Tape.ALERTS + 1)
                .forEach(i -> tape.add(new Alert(Symbol.OAK, i, 1, 2)));

        Tape next = new Tape();
        next.restore(tape.keep());

        assertEquals(tape.keep(), next.keep());
        assertEquals(Tape.ALERTS, next.keep().alerts().size());
        assertEquals(2, next.keep().alerts().get(0).at());
    }
}

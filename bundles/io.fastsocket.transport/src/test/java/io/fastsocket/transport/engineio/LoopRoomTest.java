package io.fastsocket.transport.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopRoomTest {

    private static final int MANY = 100;

    private final LoopRoom room = new LoopRoom();

    private void turns(int done, long nanos) {
        for (int i = 0; i < MANY; i++) {
            room.learn(done, nanos);
        }
    }

    @Test
    void isAsManyAsTakeTwoMilliseconds() {
        turns(10, 100_000);
        assertThat(room.operations()).isBetween(190, 210);
    }

    @Test
    void hasBounds() {
        assertThat(room.operations()).isEqualTo(1024);
        turns(1, 1_000_000_000);
        assertThat(room.operations()).isEqualTo(16);
        turns(1000, 1);
        assertThat(room.operations()).isEqualTo(1024);
    }

    @Test
    void aShortTurnHasAShortSay() {
        turns(1000, 1_000_000);
        room.learn(1, 100_000);
        assertThat(room.operations()).isEqualTo(1024);
    }

    @Test
    void turnsInWhichNothingWasDoneSayNothing() {
        turns(0, 1_000_000_000);
        assertThat(room.operations()).isEqualTo(1024);
    }
}

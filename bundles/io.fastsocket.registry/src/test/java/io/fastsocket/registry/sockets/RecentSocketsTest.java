package io.fastsocket.registry.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What sockets did lately, counted within a fixed size. */
class RecentSocketsTest {

    private static final long NOW = System.nanoTime() + TimeUnit.HOURS.toNanos(10);

    private final RecentSockets sockets = new RecentSockets();
    private final Random random = new Random(1);

    /** As engines make them. */
    private String id() {
        StringBuilder id = new StringBuilder(20);
        for (int i = 0; i < 20; i++) {
            id.append((char) ('A' + random.nextInt(26)));
        }
        return id.toString();
    }

    private void mark(int count, long nanoTime) {
        for (int i = 0; i < count; i++) {
            sockets.mark(id(), nanoTime);
        }
    }

    private static int sum(RecentSockets... some) {
        SocketCount count = new SocketCount(NOW);
        for (RecentSockets one : some) {
            count.add(one);
        }
        return count.sum();
    }

    @Test
    void oneIsOneHoweverOften() {
        assertThat(sum(sockets)).isZero();
        for (int i = 0; i < 100; i++) {
            sockets.mark("the same", NOW - i);
        }
        assertThat(sum(sockets)).isOne();
    }

    @Test
    void thousandsAreCountedWithinAFewPerCent() {
        for (int size : new int[] {20, 1000, 9000}) {
            int before = sum(sockets);
            mark(size, NOW);
            assertThat(sum(sockets) - before).isBetween((int) (size * 0.95), (int) (size * 1.05));
        }
    }

    @Test
    void moreThanCanBeToldApartAreMany() {
        mark(300_000, NOW);
        assertThat(sum(sockets)).isBetween(30_000, 40_000);
    }

    @Test
    void whatIsLongerAgoThanAnHourIsForgotten() {
        mark(10, NOW - TimeUnit.MINUTES.toNanos(62));
        assertThat(sum(sockets)).isZero();
        mark(5, NOW - TimeUnit.MINUTES.toNanos(59));
        assertThat(sum(sockets)).isEqualTo(5);
    }

    @Test
    void whoDidTwoThingsCountsOnce() {
        RecentSockets other = new RecentSockets();
        for (String id : new String[] {"a", "b", "c"}) {
            sockets.mark(id, NOW);
        }
        other.mark("b", NOW);
        other.mark("d", NOW);
        assertThat(sum(sockets, other)).isEqualTo(4);
        SocketCount count = new SocketCount(NOW);
        count.add(other);
        count.add("d");
        count.add("e");
        assertThat(count.sum()).isEqualTo(3);
    }

    @Test
    void revisionsOfAPluginShareAndOthersDoNot() {
        RecentUse use = new RecentUse();
        RecentSockets one = use.received("shop", "/", "order");
        assertThat(use.received("shop", "/", "order")).isSameAs(one);
        assertThat(use.received("shop", "/b", "order")).isNotSameAs(one);
        assertThat(use.received("chat", "/", "order")).isNotSameAs(one);
        assertThat(use.sent("shop")).isSameAs(use.sent("shop")).isNotSameAs(use.sent("chat"));
    }

    @Test
    void whatWasSentIsKnownForAnHour() {
        RecentlySent sent = new RecentlySent();
        sent.sent("news", NOW - TimeUnit.MINUTES.toNanos(62));
        sent.sent("price", NOW - TimeUnit.MINUTES.toNanos(1));
        assertThat(sent.lately("news", NOW)).isFalse();
        assertThat(sent.lately("price", NOW)).isTrue();
        assertThat(sent.lately("never", NOW)).isFalse();
        for (int i = 0; i < 2000; i++) {
            sent.sent("made up " + i, NOW);
        }
        assertThat(sent.lately("never", NOW)).isTrue();
    }
}

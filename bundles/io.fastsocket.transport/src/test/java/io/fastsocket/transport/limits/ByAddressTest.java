package io.fastsocket.transport.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;

final class ByAddressTest {

    private final ByAddress counts = new ByAddress();

    @Test
    void takesANetworkOf64BitsForOne() throws Exception {
        assertThat(add("2001:db8::1", 2)).isTrue();
        assertThat(add("2001:db8::2", 2)).isTrue();
        assertThat(add("2001:db8::3", 2)).isFalse();
        assertThat(add("2001:db8:0:1::1", 2)).isTrue();
        assertThat(add("192.0.2.1", 1)).isTrue();
        assertThat(add("192.0.2.2", 1)).isTrue();
        assertThat(add("::ffff:192.0.2.2", 1)).isFalse();
    }

    @Test
    void forgetsWhoHasGone() throws Exception {
        InetAddress one = InetAddress.getByName("192.0.2.1");
        assertThat(counts.add(one, 1)).isTrue();
        counts.remove(one);
        assertThat(counts.add(one, 1)).isTrue();
        assertThat(counts.add(one, 0)).isTrue();
    }

    private boolean add(String address, int most) throws Exception {
        return counts.add(InetAddress.getByName(address), most);
    }
}

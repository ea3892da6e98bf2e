package io.fastsocket.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.UnknownHostException;

final class SocketIoAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, 127.0.0.1, localhost",
        "0.0.0.0, chat.example.org, 192.0.2.1, chat.example.org",
        "192.0.2.1, localhost, 127.0.0.1, 192.0.2.1",
        "::1, localhost, 127.0.0.1, [0:0:0:0:0:0:0:1]",
        "::, [2001:db8::1], 2001:db8::1, [2001:db8::1]",
        "::, 2001:db8::1, 2001:db8::1, [2001:db8::1]",
        "0.0.0.0, x; script-src *, 192.0.2.1, 192.0.2.1",
        "127.0.0.1, x y, 127.0.0.1, 127.0.0.1"
    })
    void theHostIsOneThatTheReaderCanUse(String bound, String asked, String local, String host)
            throws UnknownHostException {
        assertThat(SocketIoAddress.host(InetAddress.getByName(bound), asked, local))
                .isEqualTo(host);
    }
}

package io.fastsocket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostNamesTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "a.localhost:1",
                "127.0.0.1:8080",
                "127.1.2.3",
                "[::1]:8080",
                "chat.example.org:443",
                "Chat.Example.Org",
                "[fd00::1]:80"
            })
    void onLoopbackTheMachineAndWhatIsConfiguredAreCalled(String host) {
        HostNames names = new HostNames("127.0.0.1", " chat.example.org ", "[fd00::1]", "");
        assertThat(names.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "192.168.0.1:8080",
                "0.0.0.0:8080",
                "[::2]"
            })
    void onLoopbackNobodyElseIs(String host) {
        assertThat(new HostNames("127.0.0.1").allow(host)).isFalse();
        assertThat(new HostNames("::1").allow(host)).isFalse();
        assertThat(new HostNames("localhost").allow(host)).isFalse();
    }

    @Test
    void onOtherAddressesAnyNameWillDo() {
        assertThat(new HostNames("0.0.0.0").allow("evil.example")).isTrue();
        assertThat(new HostNames("::").allow("evil.example")).isTrue();
        assertThat(new HostNames(null).allow("evil.example")).isTrue();
        assertThat(new HostNames("192.0.2.1").allow("evil.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "example.org:80", "*", "two words"})
    void whatIsNoNameIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostNames("127.0.0.1", name))
                .withMessage(
                        "allowedHosts must be names such as example.org, without port: is " + name);
    }
}

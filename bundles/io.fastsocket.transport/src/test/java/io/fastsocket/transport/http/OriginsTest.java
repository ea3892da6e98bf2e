package io.fastsocket.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.transport.SettingsOf;
import io.fastsocket.transport.engineio.EngineSettings;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may come in, by Host and Origin, on a loopback address and on others. */
final class OriginsTest {

    private static final EngineSettings SETTINGS =
            SettingsOf.engine(
                    "allowedOrigins", "https://app.example, http://dev.example:3000",
                    "allowedHosts", "proxy.example");

    private static HttpHeaders headers(String host, String origin) {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (host != null) {
            headers.set("Host", host);
        }
        if (origin != null) {
            headers.set("Origin", origin);
        }
        return headers;
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9092, http://127.0.0.1:8080",
        "127.0.0.1:9092, http://localhost:8080",
        "localhost:9092, http://127.0.0.1:8080",
        "LOCALHOST:9092, http://localhost",
        "[::1]:9092, http://[::1]:8080",
        "a.localhost:9092, http://b.localhost:8080",
        "127.0.0.1:9092,",
        ",",
        "localhost:9092, https://app.example",
        "localhost:9092, http://dev.example:3000",
        "app.example, https://app.example",
        "proxy.example,",
        "proxy.example, http://proxy.example:81"
    })
    void letsInOnLoopback(String host, String origin) {
        assertThat(new Origins(true).refusal(headers(host, origin), SETTINGS)).isNull();
        assertThat(new Origins(false).refusal(headers(host, origin), SETTINGS)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example:9092,",
        "evil.example:9092, http://evil.example:9092",
        "evil.example:9092, http://localhost:8080",
        "127.0.0.1.evil.example,",
        "1270.0.0.1,",
        "localhost.evil.example, http://localhost.evil.example",
        "'', http://localhost",
        "localhost:9092, http://evil.example",
        "localhost:9092, https://app.example:444",
        "localhost:9092, http://app.example",
        "localhost:9092, http://localhost.evil.example",
        "localhost:9092, 'null'"
    })
    void refusesOnLoopback(String host, String origin) {
        assertThat(new Origins(true).refusal(headers(host, origin), SETTINGS)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "box.lan:9092, http://box.lan:8080",
        "box.lan:9092, https://BOX.lan",
        "10.0.0.7:9092, http://10.0.0.7",
        "box.lan:9092,",
        "anything.example,"
    })
    void letsInTheServersOwnHostElsewhere(String host, String origin) {
        assertThat(new Origins(false).refusal(headers(host, origin), SETTINGS)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "box.lan:9092, http://evil.example",
        "box.lan:9092, http://localhost",
        "box.lan:9092, http://xbox.lan",
        ", http://box.lan"
    })
    void refusesOtherHostsElsewhere(String host, String origin) {
        assertThat(new Origins(false).refusal(headers(host, origin), SETTINGS)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example, https://app.example, true",
        "http://localhost:8080, http://localhost:8080, true",
        "http://any.example, *, false"
    })
    void letsABrowserSendCookiesOnlyToANamedOrigin(String origin, String answer, boolean cookies) {
        EngineSettings any = SettingsOf.engine("allowedOrigins", "*,https://app.example");
        HttpHeaders headers = headers("127.0.0.1", origin);
        assertThat(new Origins(true).refusal(headers, any)).isNull();
        assertThat(new Origins(true).answer(headers, any)).isEqualTo(answer);
        assertThat(Origins.credentials(answer)).isEqualTo(cookies);
    }
}

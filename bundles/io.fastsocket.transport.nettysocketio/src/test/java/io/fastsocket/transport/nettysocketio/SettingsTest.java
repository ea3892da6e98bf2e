package io.fastsocket.transport.nettysocketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.Transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The library's properties are set by their names; what is wrong is said. */
final class SettingsTest {

    static Settings with(String key, Object value) {
        Map<String, Object> values = new HashMap<>();
        for (var attribute : NettySocketioConfiguration.class.getDeclaredMethods()) {
            values.put(attribute.getName().replace('_', '.'), attribute.getDefaultValue());
        }
        values.put("service.pid", NettySocketioTransport.PID);
        values.put(key, value);
        return Settings.of(values);
    }

    @Test
    void setsTheLibrarysProperties() {
        assertThat(with("workerThreads", "3").configuration().getWorkerThreads()).isEqualTo(3);
        assertThat(with("context", "/chat").engine().path()).isEqualTo("/chat/");
        Configuration sockets = with("socketConfig.tcpNoDelay", "false").configuration();
        assertThat(sockets.getSocketConfig().isTcpNoDelay()).isFalse();
        assertThat(with("transports", "websocket").configuration().getTransports())
                .containsExactly(Transport.WEBSOCKET);
    }

    /** What the library has can be set, or it is said why not. */
    @Test
    void describesAllThatTheLibraryHas() {
        assertThat(LibraryProperties.names())
                .allMatch(
                        name ->
                                Arrays.stream(NettySocketioConfiguration.class.getDeclaredMethods())
                                        .anyMatch(m -> m.getName().replace('_', '.').equals(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workerThread|1|workerThread: netty-socketio has no such property; it has SSLProtocol,",
                "socketConfig.x|1|socketConfig.x: netty-socketio has no such property",
                "workerThreads|many|workerThreads = many is not allowed; it must be a whole number",
                "httpCompression|yes|httpCompression = yes is not allowed; it must be true or false",
                "transports|SSE|transports = sse is not allowed; it must be WEBSOCKET, POLLING",
                "keyStore|/no/such/file|keyStore = /no/such/file is not allowed; it must be a file",
                "context|chat/|context = chat/ is not allowed; it must be a path",
                "pingInterval|-1|pingInterval = -1 is not allowed; it must be a whole number from 100",
                "origin|*|origin cannot be set here: it is allowedOrigins",
                "randomSession|false|randomSession cannot be set here: a session's id is always random"
            })
    void saysWhatIsWrong(String key, String value, String message) {
        assertThatThrownBy(() -> with(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "etc/io.fastsocket.transport.nettysocketio.cfg: " + message);
    }
}

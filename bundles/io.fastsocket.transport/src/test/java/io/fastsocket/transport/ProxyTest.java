package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.spi.transport.HandshakeInfo;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What is believed of what proxies say, and of whom. */
final class ProxyTest {

    private static final String OPENING = "/socket.io/?EIO=4&transport=polling";
    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";

    private static HandshakeInfo handshake(Engines server, String... headers) throws Exception {
        HttpResponse<String> opened = server.send(server.request(OPENING).headers(headers));
        String sid = opened.body().substring(9, opened.body().indexOf('"', 9));
        server.post(sid, "40");
        Engines.eventually(() -> server.dispatcher.sockets.size() == 1);
        return server.dispatcher.sockets.remove(0).handshake();
    }

    private static String address(HandshakeInfo handshake) {
        return handshake.remoteAddress().getAddress().getHostAddress();
    }

    @Test
    void believesTrustedProxiesAloneAndOnlyWhatTheyAdded() throws Exception {
        try (Engines server = new Engines("trustedProxies", "127.0.0.1, 10.0.0.0/8, fd00::/8")) {
            assertThat(address(handshake(server, "X-Forwarded-For", "203.0.113.9, 198.51.100.2")))
                    .isEqualTo("198.51.100.2");
            assertThat(address(handshake(server, "X-Forwarded-For", "203.0.113.9, 10.1.2.3")))
                    .isEqualTo("203.0.113.9");
            assertThat(address(handshake(server, "X-Forwarded-For", "[2001:db8::1]:77, fd00::3")))
                    .isEqualTo("2001:db8:0:0:0:0:0:1");
            assertThat(address(handshake(server, "X-Forwarded-For", "203.0.113.9:4711")))
                    .isEqualTo("203.0.113.9");
            assertThat(address(handshake(server, "X-Forwarded-For", "203.0.113.9, nonsense")))
                    .isEqualTo("127.0.0.1");
            assertThat(handshake(server, "X-Forwarded-Proto", "https").secure()).isTrue();
            assertThat(handshake(server, "X-Forwarded-Proto", "https, http").secure()).isFalse();
        }
    }

    @Test
    void believesNobodyElse() throws Exception {
        try (Engines server = new Engines("trustedProxies", "10.0.0.0/8")) {
            HandshakeInfo handshake =
                    handshake(
                            server,
                            "X-Forwarded-For",
                            "203.0.113.9",
                            "X-Forwarded-Proto",
                            "https",
                            "X-Forwarded-Host",
                            "example.org");
            assertThat(address(handshake)).isEqualTo("127.0.0.1");
            assertThat(handshake.secure()).isFalse();
        }
    }

    @Test
    void checksTheOriginAgainstTheNameThatTheClientCalled() throws Exception {
        try (Engines server =
                new Engines("trustedProxies", "127.0.0.1", "allowedHosts", "example.org")) {
            assertThat(
                            server.send(
                                            server.request(OPENING)
                                                    .header("Origin", "https://example.org")
                                                    .header("X-Forwarded-Host", "example.org"))
                                    .headers()
                                    .firstValue("Access-Control-Allow-Origin"))
                    .contains("https://example.org");
            assertThat(
                            server.send(
                                            server.request(OPENING)
                                                    .header("Origin", "https://example.org"))
                                    .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void countsTheClientsOfAProxyByThemselves() throws Exception {
        try (Engines server =
                new Engines("trustedProxies", "127.0.0.1", "maxConnectionsPerAddress", 1)) {
            assertThat(from(server, "203.0.113.1")).isEqualTo(200);
            assertThat(from(server, "203.0.113.2")).isEqualTo(200);
            assertThat(from(server, "203.0.113.1")).isEqualTo(429);
        }
    }

    private static int from(Engines server, String address) throws Exception {
        return server.send(server.request(OPENING).header("X-Forwarded-For", address)).statusCode();
    }

    @Test
    void takesThePROXYProtocol() throws Exception {
        byte[] v1 =
                "PROXY TCP4 203.0.113.9 192.0.2.1 4711 9092\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] v2 =
                HexFormat.of()
                        .parseHex(
                                "0d0a0d0a000d0a515549540a"
                                        + "2111000c"
                                        + "cb007109c0000201"
                                        + "12672384");
        byte[] local = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a" + "20000000");
        assertThat(proxied(v1)).isEqualTo("/203.0.113.9:4711");
        assertThat(proxied(v2)).isEqualTo("/203.0.113.9:4711");
        assertThat(proxied(local)).startsWith("/127.0.0.1:");
    }

    private static String proxied(byte[] header) throws Exception {
        try (Engines server = new Engines("trustedProxies", "127.0.0.0/8", "proxyProtocol", true);
                RawWebSocket client =
                        new RawWebSocket(server.engine.address(), header, WEBSOCKET)) {
            client.text();
            client.send("40");
            client.text();
            client.text();
            return server.dispatcher.sockets.get(0).handshake().remoteAddress().toString();
        }
    }

    @Test
    void wantsTheHeaderOfThoseItTrustsAndOfNobodyElse() throws Exception {
        String request =
                "GET " + OPENING + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (Engines server = new Engines("trustedProxies", "127.0.0.1", "proxyProtocol", true);
                RawHttp client = new RawHttp(server.engine).send(request)) {
            assertThat(client.untilClosed()).isEmpty();
        }
        try (Engines server = new Engines("trustedProxies", "10.0.0.1", "proxyProtocol", true);
                RawHttp client =
                        new RawHttp(server.engine)
                                .send("PROXY TCP4 203.0.113.9 192.0.2.1 4711 9092\r\n" + request)) {
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void namesWhatIsNoAddress() {
        for (String bad : new String[] {"example.org", "10.0.0.0/33", "10.0.0/8", "::/x"}) {
            assertThatThrownBy(() -> ScratchServer.settings("trustedProxies", bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("trustedProxies = " + bad);
        }
    }
}

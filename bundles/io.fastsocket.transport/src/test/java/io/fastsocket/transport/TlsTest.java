package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS from PEM files, which change while clients are connected. */
final class TlsTest {

    @TempDir Path folder;

    private Path certificate;
    private Path key;
    private X509Bundle first;

    @BeforeEach
    void writeFiles() throws Exception {
        certificate = folder.resolve("cert.pem");
        key = folder.resolve("key.pem");
        first = bundle();
        write(first);
    }

    private static X509Bundle bundle() throws Exception {
        return new CertificateBuilder()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    private void write(X509Bundle bundle) throws IOException {
        Files.writeString(certificate, bundle.getCertificatePathPEM());
        Files.writeString(key, bundle.getPrivateKeyPEM());
    }

    private Engine open(FakeDispatcher dispatcher) throws IOException {
        return Engine.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ScratchServer.settings(
                        "stopTimeout", 0, "tlsCertificate", certificate, "tlsKey", key),
                dispatcher);
    }

    /** Trusts anybody, since it is asked who that is. */
    private static SSLContext trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static SSLSocket connect(Engine engine, String... protocols) throws Exception {
        SSLSocket socket =
                (SSLSocket)
                        trusting()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", engine.address().getPort());
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        socket.startHandshake();
        return socket;
    }

    private static BigInteger shown(Engine engine) {
        try (SSLSocket socket = connect(engine)) {
            X509Certificate first = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return first.getSerialNumber();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void speaksTlsAndSaysSo() throws Exception {
        FakeDispatcher dispatcher = new FakeDispatcher();
        Engine engine = open(dispatcher);
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            String url = "https://localhost:" + engine.address().getPort() + "/socket.io/?EIO=4";
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "&transport=polling")).build();
            String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(body).startsWith("0{");
            String sid = body.substring(9, body.indexOf('"', 9));
            HttpRequest join =
                    HttpRequest.newBuilder(URI.create(url + "&transport=polling&sid=" + sid))
                            .POST(HttpRequest.BodyPublishers.ofString("40"))
                            .build();
            client.send(join, HttpResponse.BodyHandlers.ofString());
            Engines.eventually(() -> dispatcher.sockets.size() == 1);
            assertThat(dispatcher.sockets.get(0).handshake().secure()).isTrue();
            assertThat(engine.secure()).isTrue();
            try (SSLSocket older = connect(engine, "TLSv1.2")) {
                assertThat(older.getSession().getProtocol()).isEqualTo("TLSv1.2");
            }
            try (RawHttp plain = new RawHttp(engine).send("GET / HTTP/1.1\r\n\r\n")) {
                assertThat(plain.untilClosed()).doesNotContain("HTTP/1.1 4");
            }
        } finally {
            engine.close(true);
        }
    }

    @Test
    void takesNewFilesWithoutClosingAnybodyAndKeepsTheOldOnesIfTheyAreBroken() throws Exception {
        Engine engine = open(new FakeDispatcher());
        try (SSLSocket open = connect(engine)) {
            assertThat(shown(engine)).isEqualTo(first.getCertificate().getSerialNumber());
            X509Bundle second = bundle();
            write(second);
            BigInteger wanted = second.getCertificate().getSerialNumber();
            Engines.eventually(() -> shown(engine).equals(wanted));
            open.getOutputStream().write("HEAD / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
            assertThat(open.getInputStream().read()).isEqualTo('H');

            Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nnone\n");
            long until = System.nanoTime() + 2_500_000_000L;
            Engines.eventually(() -> System.nanoTime() > until);
            assertThat(shown(engine)).isEqualTo(wanted);
        } finally {
            engine.close(true);
        }
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFile() throws Exception {
        Files.writeString(key, bundle().getPrivateKeyPEM());
        assertRefused("tlsKey", "does not belong to");
        Files.writeString(key, "nothing");
        assertRefused("tlsKey", "BEGIN PRIVATE KEY");
        Files.writeString(certificate, "nothing");
        assertRefused("tlsCertificate", "BEGIN CERTIFICATE");
        Files.delete(certificate);
        assertRefused("tlsCertificate", "does not exist");
        assertThatThrownBy(() -> ScratchServer.settings("tlsCertificate", certificate))
                .hasMessageContaining("tlsKey");
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> open(new FakeDispatcher()))
                .isInstanceOf(IOException.class)
                .message()
                .contains(words)
                .doesNotContain("\n");
    }
}

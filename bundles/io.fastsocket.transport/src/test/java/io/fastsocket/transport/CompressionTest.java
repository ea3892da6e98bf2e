package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Compression is off unless it is configured, and no way to fill the memory. */
final class CompressionTest {

    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";
    private static final String OFFER =
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
    private static final String LONG = "x".repeat(5000);
    private static final int COMPRESSED_TEXT = 0xC1;

    private static RawWebSocket joined(Engines server) throws IOException {
        RawWebSocket client = new RawWebSocket(server.engine.address(), WEBSOCKET, OFFER);
        client.text();
        client.send("40");
        client.text();
        client.text();
        return client;
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 512, true)) {
            out.write(bytes);
            out.flush();
            return Arrays.copyOf(packed.toByteArray(), packed.size() - 4);
        }
    }

    private static String inflate(byte[] bytes) throws IOException {
        byte[] all = Arrays.copyOf(bytes, bytes.length + 5);
        all[bytes.length + 2] = (byte) 0xFF;
        all[bytes.length + 3] = (byte) 0xFF;
        // An empty last block ends the stream for Java.
        all[bytes.length + 4] = 3;
        byte[] ended = Arrays.copyOf(all, all.length + 1);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(ended), new Inflater(true))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void compressesMessagesOfSomeSizeAndTakesThem() throws Exception {
        try (Engines server = new Engines("webSocketCompression", 1000);
                RawWebSocket client = joined(server)) {
            byte[] event = ("421[\"a\",\"" + LONG + "\"]").getBytes(StandardCharsets.UTF_8);
            client.frame(COMPRESSED_TEXT, deflate(event));
            RawWebSocket.Frame answer = client.next();
            assertThat(answer.payload()).hasSizeLessThan(200);
            assertThat(inflate(answer.payload())).isEqualTo("431[\"" + LONG + "\"]");

            byte[] packed = deflate(event);
            client.frame(0x41, Arrays.copyOf(packed, 10));
            client.frame(0x80, Arrays.copyOfRange(packed, 10, packed.length));
            assertThat(inflate(client.next().payload())).isEqualTo("431[\"" + LONG + "\"]");

            client.send("422[\"short\"]");
            assertThat(client.text()).isEqualTo("432[]");
            server.dispatcher.sockets.get(0).emit(Payload.of("\"" + LONG + "\""), false);
            assertThat(inflate(client.next().payload())).isEqualTo("42[\"" + LONG + "\"]");
        }
    }

    @Test
    void endsWhoSendsABomb() throws Exception {
        try (Engines server = new Engines("webSocketCompression", 1000, "maxPayload", 100_000)) {
            byte[] bomb = deflate(new byte[50_000_000]);
            assertThat(bomb).hasSizeLessThan(100_000);
            try (RawWebSocket client = joined(server)) {
                client.frame(COMPRESSED_TEXT, bomb);
                assertThat(client.closeCode()).isEqualTo(1009);
            }
            try (RawWebSocket client = joined(server)) {
                client.frame(COMPRESSED_TEXT, new byte[] {(byte) 0xFF, (byte) 0xFF});
                assertThat(client.closeCode()).isEqualTo(1002);
            }
        }
    }

    @Test
    void isOffAtFirst() throws Exception {
        try (Engines server = new Engines();
                RawWebSocket client = joined(server)) {
            client.frame(COMPRESSED_TEXT, deflate("421[\"a\"]".getBytes(StandardCharsets.UTF_8)));
            assertThat(client.closeCode()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, gzip, true",
        "1000, 'deflate, gzip;q=0.5', true",
        "1000, 'br, gzip;q=0', false",
        "1000, identity, false",
        "10000, gzip, false",
        "0, gzip, false"
    })
    void compressesAnswersToPolls(int from, String accepted, boolean packed) throws Exception {
        try (Engines server = new Engines("httpCompression", from)) {
            String sid = server.joined();
            server.post(sid, "421[\"a\",\"" + LONG + "\"]");
            HttpResponse<byte[]> answer =
                    server.sendForBytes(
                            server.request(Engines.session(sid))
                                    .header("Accept-Encoding", accepted));
            assertThat(answer.headers().firstValue("Content-Encoding").isPresent())
                    .isEqualTo(packed);
            byte[] body = answer.body();
            if (packed) {
                body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            }
            assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("431[\"" + LONG + "\"]");
        }
    }
}

package io.fastsocket.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class FramesTest {

    private final List<String> cut = new ArrayList<>();
    private final FrameCutter cutter = new FrameCutter();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 125, 126, 127, 65_535, 65_536, 100_001})
    void nettyReadsWhatIsSent(int length) {
        String text = "x".repeat(length);
        assertThat(nettyReads(Frames.text(text))).isEqualTo(text);
    }

    @Test
    void preparedFramesSayTheirNumbers() {
        PreparedFrame frame = PreparedFrame.of("42%s[\"a\",%s,%t]");
        ByteBuf out = Unpooled.buffer();
        frame.write(out, 1_234_567);
        frame.write(out, 1_000_000);
        byte[] bytes = new byte[out.readableBytes() / 2];
        out.readBytes(bytes);
        assertThat(nettyReads(bytes)).isEqualTo("421234567[\"a\",1234567,3703701]");
        out.readBytes(bytes);
        assertThat(nettyReads(bytes)).isEqualTo("421000000[\"a\",1000000,3000000]");
    }

    @Test
    void noMaskIsZero() {
        for (int i = 0; i < 4; i++) {
            assertThat(Frames.mask(i)).isNotZero();
        }
    }

    @Test
    void framesAreCutWhereverReadsEnd() throws IOException {
        byte[] bytes = concat(server(0x81, "one"), server(0x81, "y".repeat(300)), server(0x8a, ""));
        for (int split = 0; split <= bytes.length; split++) {
            cut.clear();
            int used = cutter.cut(bytes, 0, split, this::frame);
            used += cutter.cut(bytes, used, bytes.length, this::frame);
            assertThat(used).isEqualTo(bytes.length);
            assertThat(cut).containsExactly("1 one", "1 " + "y".repeat(300), "10 ");
        }
    }

    @Test
    void fragmentsArePutTogether() throws IOException {
        byte[] bytes =
                concat(server(0x01, "he"), server(0x89, "p"), server(0, "ll"), server(0x80, "o"));
        cutter.cut(bytes, 0, bytes.length, this::frame);
        assertThat(cut).containsExactly("9 p", "1 hello");
    }

    @Test
    void whatNobodyAgreedOnIsRefused() {
        assertThatThrownBy(() -> cutter.cut(server(0xc1, "compressed"), 0, 12, this::frame))
                .isInstanceOf(IOException.class);
        byte[] masked = Frames.text("masked");
        assertThatThrownBy(() -> cutter.cut(masked, 0, masked.length, this::frame))
                .isInstanceOf(IOException.class);
    }

    private void frame(int opcode, byte[] b, int from, int length) {
        cut.add(opcode + " " + new String(b, from, length, StandardCharsets.UTF_8));
    }

    private static String nettyReads(byte[] frame) {
        WebSocketDecoderConfig config =
                WebSocketDecoderConfig.newBuilder()
                        .expectMaskedFrames(true)
                        .maxFramePayloadLength(1_000_000)
                        .build();
        EmbeddedChannel channel = new EmbeddedChannel(new WebSocket13FrameDecoder(config));
        channel.writeInbound(Unpooled.wrappedBuffer(frame));
        TextWebSocketFrame read = channel.readInbound();
        try {
            return read.text();
        } finally {
            read.release();
            channel.finishAndReleaseAll();
        }
    }

    private static byte[] server(int first, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return payload.length < 126
                ? concat(new byte[] {(byte) first, (byte) payload.length}, payload)
                : concat(
                        new byte[] {
                            (byte) first, 126, (byte) (payload.length >> 8), (byte) payload.length
                        },
                        payload);
    }

    private static byte[] concat(byte[]... parts) {
        return Unpooled.wrappedBuffer(parts).copy().array();
    }
}

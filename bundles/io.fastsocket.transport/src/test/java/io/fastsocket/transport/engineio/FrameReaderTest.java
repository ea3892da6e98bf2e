package io.fastsocket.transport.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

final class FrameReaderTest {

    private static final int LIMIT = 100_000;

    private final FrameReader reader = new FrameReader(LIMIT);
    private final Sink sink = new Sink();

    private static final class Sink implements FrameSink {
        final List<String> got = new ArrayList<>();

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            got.add("text " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void binary(byte[] bytes) {
            got.add("binary " + new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void ping(byte[] payload) {
            got.add("ping " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void close(int code) {
            got.add("close " + code);
        }
    }

    /** A client's frame; the length in as many bytes as asked (0 for the right ones). */
    private static byte[] frame(int first, byte[] payload, int lengthBytes) {
        ByteBuffer out = ByteBuffer.allocate(payload.length + 14);
        int n = payload.length;
        int bytes = lengthBytes > 0 ? lengthBytes : n < 126 ? 1 : n <= 0xFFFF ? 2 : 8;
        out.put((byte) first);
        switch (bytes) {
            case 1 -> out.put((byte) (0x80 | n));
            case 2 -> out.put((byte) (0x80 | 126)).putShort((short) n);
            default -> out.put((byte) (0x80 | 127)).putLong(n);
        }
        byte[] mask = {(byte) 0x9A, 0x01, (byte) 0xFE, 0x37};
        out.put(mask);
        for (int i = 0; i < n; i++) {
            out.put((byte) (payload[i] ^ mask[i & 3]));
        }
        byte[] all = new byte[out.position()];
        out.flip().get(all);
        return all;
    }

    private static byte[] frame(int first, String payload) {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8), 0);
    }

    private CloseCause read(byte[]... frames) {
        ByteBuf in = Unpooled.wrappedBuffer(frames);
        CloseCause cause = reader.read(in.copy(), UnpooledByteBufAllocator.DEFAULT, sink);
        in.release();
        return cause;
    }

    @Test
    void unmasksEveryLength() {
        for (int length : new int[] {0, 1, 7, 8, 9, 15, 16, 125, 126, 127, 65535, 65536, LIMIT}) {
            String text = "x".repeat(length / 2) + "y".repeat(length - length / 2);
            sink.got.clear();
            assertThat(read(frame(0x81, text), frame(0x82, text))).isNull();
            assertThat(sink.got).containsExactly("text " + text, "binary " + text);
        }
    }

    @Test
    void cutsTheSameWhereverAReadEnds() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(frame(0x81, "one"));
        all.write(frame(0x01, "tw"));
        all.write(frame(0x89, "now"));
        all.write(frame(0x00, "o é"));
        all.write(frame(0x80, "!"));
        all.write(frame(0x82, "z".repeat(300)));
        all.write(frame(0x8A, "pong"));
        all.write(frame(0x81, ""));
        all.write(frame(0x88, ""));
        byte[] bytes = all.toByteArray();
        for (int split = 1; split < bytes.length; split++) {
            sink.got.clear();
            assertThat(read(java.util.Arrays.copyOfRange(bytes, 0, split))).isNull();
            assertThat(read(java.util.Arrays.copyOfRange(bytes, split, bytes.length))).isNull();
            assertThat(sink.got)
                    .containsExactly(
                            "text one",
                            "ping now",
                            "text two é!",
                            "binary " + "z".repeat(300),
                            "text ",
                            "close 1005");
        }
        sink.got.clear();
        for (byte b : bytes) {
            assertThat(read(new byte[] {b})).isNull();
        }
        assertThat(sink.got).hasSize(6);
    }

    @Test
    void refusesWhatTheProtocolForbids() {
        byte[] unmasked = {(byte) 0x81, 1, 'a'};
        byte[][] bad = {
            unmasked,
            frame(0xC1, "reserved bit"),
            frame(0x83, "reserved opcode"),
            frame(0x8B, "reserved control"),
            frame(0x09, "fragmented ping"),
            frame(0x89, "p".repeat(126)),
            frame(0x80, "nothing to continue"),
            frame(0x81, "short".getBytes(StandardCharsets.UTF_8), 2),
            frame(0x81, new byte[200], 8),
            frame(0x88, new byte[] {3}, 0),
            frame(0x88, new byte[] {3, (byte) 0xED}, 0),
        };
        for (byte[] frame : bad) {
            assertThat(
                            new FrameReader(LIMIT)
                                    .read(
                                            Unpooled.copiedBuffer(frame),
                                            UnpooledByteBufAllocator.DEFAULT,
                                            sink))
                    .isEqualTo(CloseCause.TRANSPORT_ERROR);
        }
        assertThat(sink.got).isEmpty();
        assertThat(read(frame(0x01, "a"), frame(0x81, "new message inside"))).isNotNull();
    }

    @Test
    void refusesWhatIsTooBigByItsHeader() {
        byte[] header = java.util.Arrays.copyOf(frame(0x81, "x".repeat(LIMIT + 1)), 14);
        assertThat(read(header)).isEqualTo(CloseCause.TOO_BIG);
    }

    @Test
    void countsFragmentsTogether() {
        String half = "x".repeat(LIMIT / 2 + 1);
        assertThat(read(frame(0x01, half))).isNull();
        assertThat(read(frame(0x80, half))).isEqualTo(CloseCause.TOO_BIG);
    }

    @Test
    void refusesACloseReasonThatIsNotUtf8() {
        assertThat(read(frame(0x88, new byte[] {3, (byte) 0xE8, (byte) 0xFF}, 0)))
                .isEqualTo(CloseCause.BAD_UTF8);
    }
}

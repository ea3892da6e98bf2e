package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes, given to the reader of WebSocket frames: all at once, and in pieces. Both come to the
 * same, and no buffer is left behind. The first byte of an input says how long the pieces are.
 */
public final class FrameFuzz {

    private static final int MAX_PAYLOAD = 10_000;

    private FrameFuzz() {}

    /**
     * One input; called by the fuzzer.
     *
     * @param input the length of a piece, then what a client sends
     */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int piece = 1 + (input[0] & 0xFF);
        byte[] sent = Arrays.copyOfRange(input, 1, input.length);
        List<String> whole = read(sent, Math.max(1, sent.length));
        List<String> pieces = read(sent, piece);
        if (!whole.equals(pieces)) {
            throw new AssertionError("in one " + whole + ", in pieces of " + piece + " " + pieces);
        }
    }

    private static List<String> read(byte[] sent, int piece) {
        Sink sink = new Sink();
        FrameReader reader = new FrameReader(MAX_PAYLOAD);
        List<ByteBuf> given = new ArrayList<>();
        CloseCause fault = null;
        for (int from = 0; from < sent.length && fault == null && sink.open; from += piece) {
            int to = Math.min(sent.length, from + piece);
            ByteBuf in = Unpooled.copiedBuffer(sent, from, to - from);
            given.add(in);
            fault = reader.read(in, UnpooledByteBufAllocator.DEFAULT, sink);
        }
        reader.release();
        for (ByteBuf buf : given) {
            if (buf.refCnt() != 0) {
                throw new AssertionError("a buffer is left behind");
            }
        }
        sink.got.add(String.valueOf(fault));
        return sink.got;
    }

    private static final class Sink implements FrameSink {

        private final List<String> got = new ArrayList<>();
        private boolean open = true;

        @Override
        public boolean open() {
            return open;
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            got.add("text " + Arrays.toString(Arrays.copyOfRange(bytes, from, to)));
        }

        @Override
        public void binary(byte[] bytes) {
            got.add("binary " + Arrays.toString(bytes));
        }

        @Override
        public void ping(byte[] payload) {
            got.add("ping " + Arrays.toString(payload));
        }

        @Override
        public void close(int code) {
            got.add("close " + code);
            open = false;
        }
    }
}

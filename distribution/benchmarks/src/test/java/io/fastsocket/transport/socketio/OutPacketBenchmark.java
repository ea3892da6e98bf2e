package io.fastsocket.transport.socketio;

import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.PacketType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From an answer to the packet's text in a buffer. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OutPacketBenchmark {

    private static final byte[] DEFAULT_NAMESPACE = {};

    private final Payload answer =
            Payload.of(
                    "{\"item\":\"spare part for the red bicycle\",\"quantity\":3,"
                            + "\"totalCents\":3000000,\"currency\":\"EUR\"}");
    private final ByteBuf out = Unpooled.directBuffer(1024);

    /**
     * Encodes it.
     *
     * @return how long it is
     */
    @Benchmark
    public int encodeAck() {
        out.clear();
        new OutPacket(PacketType.ACK, DEFAULT_NAMESPACE, 1_000_000, answer).writeTo(out);
        return out.writerIndex();
    }
}

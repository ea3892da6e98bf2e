package io.fastsocket.transport.codec;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.charset.StandardCharsets;

/** From a packet's text to indexes into it, all of it recognised. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PacketDecoderBenchmark {

    /** What is decoded. */
    @Param({"small", "order", "16kB"})
    private String packet;

    private final PacketDecoder decoder = new PacketDecoder(10, 512);
    private byte[] text;

    /** Makes the text. */
    @Setup
    public void prepare() {
        // Without Engine.IO's type before it.
        String words =
                switch (packet) {
                    case "small" -> "21000000[\"echo\",{\"n\":1000000,\"text\":\"Fast sockets\"}]";
                    case "order" ->
                            "21000000[\"order\",{\"item\":\"spare part for the red bicycle\","
                                    + "\"quantity\":3,\"cents\":1000000,\"currency\":\"EUR\"}]";
                    default ->
                            "21000000[\"echo\",{\"n\":1000000,\"text\":\""
                                    + "Fast sockets ".repeat(1230)
                                    + "\"}]";
                };
        text = words.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Decodes it.
     *
     * @return where its arguments end
     */
    @Benchmark
    public int decode() {
        PacketFault fault = decoder.decode(text, 0, text.length);
        if (fault != null) {
            throw new IllegalStateException(fault.toString());
        }
        return decoder.argumentsTo();
    }
}

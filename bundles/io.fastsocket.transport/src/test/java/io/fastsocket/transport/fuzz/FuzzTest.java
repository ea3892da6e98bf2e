package io.fastsocket.transport.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What reads what clients send, under Jazzer, which looks for inputs that reach new code: the same
 * few with all tests, others for as long as {@code -Dfuzz.seconds=} says.
 */
final class FuzzTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
    private static final int RUNS = 5_000;

    /** Beginnings: the fuzzer's changes to them are what counts. */
    private static final List<String> PACKETS =
            List.of(
                    "0",
                    "0/chat,{\"token\":\"x\"}",
                    "1/chat,",
                    "2[\"hello\",{\"name\":\"Ada\",\"n\":[1,-2.5e+3,true,null]}]",
                    "2/chat,12[\"h\\u0065llo\"]",
                    "312[]",
                    "3/chat,7[\"é😀\\ud83d\\ude00\"]",
                    "52-/chat,[\"b\",{\"_placeholder\":true,\"num\":0},{\"num\":1,\"_placeholder\":true}]",
                    "61-3[{\"_placeholder\":true,\"num\":0}]");

    private static final List<byte[]> FRAMES =
            List.of(
                    frames(0x81, "4" + PACKETS.get(3)),
                    frames(0x01, "42[", 0x89, "ping", 0x80, "\"a\"]"),
                    frames(0x82, "binary", 0x88, "\u0003\u00e8bye"));

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "io.fastsocket.transport.fuzz.PacketFuzz, packets",
        "io.fastsocket.transport.engineio.FrameFuzz, frames"
    })
    void standsAnyInput(String target, String seeds) throws Exception {
        Path output = folder.resolve("output");
        Process jazzer =
                new ProcessBuilder(command(target, corpus(seeds)))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            int exitCode = jazzer.waitFor();
            String text = Files.readString(output);
            assertThat(exitCode).as(text).isZero();
            assertThat(text).as("it is led by what it reaches").contains("NEW");
        } finally {
            jazzer.destroyForcibly();
        }
    }

    private List<String> command(String target, Path corpus) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=io.fastsocket.transport.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                SECONDS > 0 ? "-max_total_time=" + SECONDS : "-runs=" + RUNS,
                // The first number is as good as any; 0 has it take a random one.
                "-seed=" + (SECONDS > 0 ? 0 : 1),
                "-timeout=10",
                corpus.toString());
    }

    private Path corpus(String seeds) throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        List<byte[]> all = new ArrayList<>();
        if (seeds.equals("packets")) {
            PACKETS.forEach(packet -> all.add(packet.getBytes(StandardCharsets.UTF_8)));
        } else {
            all.addAll(FRAMES);
        }
        for (byte[] seed : all) {
            Files.write(corpus.resolve("seed" + all.indexOf(seed)), seed);
        }
        return corpus;
    }

    /** A length of pieces, then masked frames: first byte and payload in turn. */
    private static byte[] frames(Object... parts) {
        StringBuilder all = new StringBuilder("\u0007");
        for (int i = 0; i < parts.length; i += 2) {
            byte[] payload = ((String) parts[i + 1]).getBytes(StandardCharsets.ISO_8859_1);
            all.append((char) (int) parts[i]).append((char) (0x80 | payload.length));
            // A mask of zeros leaves the payload readable to the fuzzer.
            all.append("\0\0\0\0").append(new String(payload, StandardCharsets.ISO_8859_1));
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

package io.fastsocket.transport.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The decoder against npm's socket.io-parser, on random packets and on broken ones. */
final class ReferenceTest {

    private static final int PACKETS = 100_000;
    private static final Path PARSER = Path.of("target/client/node_modules/socket.io-parser");
    private static final String[] NAMESPACES = {"", "", "/", "/chat,", "/a/b?x=1,", "/é,", "/chat"};
    private static final String[] HEADS = {"2", "2", "2", "3", "51-", "52-", "61-", "0", "1"};
    private static final String[] PIECES = {
        "[", "]", "{", "}", ",", "\"", "-", ".", "0", "9", "e", " ", "/", "\\", "t", "null", "1-"
    };

    @TempDir private Path folder;
    private final Random random = new Random(4);
    private final PacketDecoder decoder = new PacketDecoder(10, 64);

    @Test
    void decodesAsTheReferenceDoes() throws Exception {
        assumeTrue(
                Files.isDirectory(PARSER) || Boolean.parseBoolean(System.getenv("CI")),
                "skipped: without Node there is no socket.io-parser to compare with");
        Path questions = folder.resolve("questions");
        try (BufferedWriter out = Files.newBufferedWriter(questions)) {
            for (int i = 0; i < PACKETS; i++) {
                out.write(line(i % 3 == 0 ? broken(packet()) : packet()));
                out.newLine();
            }
        }
        List<String> said = compare(questions);
        assertThat(said).allMatch(line -> line.matches("\\d+ [a-zA-Z ]+"));
        assertThat(said).anyMatch(line -> line.matches("\\d{5,} same"));
    }

    private List<String> compare(Path questions) throws IOException, InterruptedException {
        Path answers = folder.resolve("answers");
        Process node =
                new ProcessBuilder(
                                "node",
                                "src/test/node/compare.cjs",
                                PARSER.toAbsolutePath().toString())
                        .redirectInput(questions.toFile())
                        .redirectOutput(answers.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(node.waitFor()).isZero();
        return Files.readAllLines(answers);
    }

    private String packet() {
        String head = pick(HEADS);
        String namespace = pick(NAMESPACES);
        String id = random.nextInt(3) == 0 ? Integer.toString(random.nextInt(1000)) : "";
        return switch (head.charAt(0)) {
            case '0' -> head + namespace + (random.nextBoolean() ? "" : "{\"token\":1}");
            case '1' -> head + namespace;
            case '3', '6' -> head + namespace + (id.isEmpty() ? "0" : id) + array("");
            default -> head + namespace + id + array("\"name\"");
        };
    }

    private String array(String first) {
        StringBuilder all = new StringBuilder("[").append(first);
        for (int i = random.nextInt(4); i > 0; i--) {
            all.append(all.length() == 1 ? "" : ",").append(RandomJson.value(random, 4));
        }
        return all.append(']').toString();
    }

    private String broken(String packet) {
        StringBuilder text = new StringBuilder(packet);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            // Mostly near the beginning, where the packet's own grammar is.
            int bound = random.nextBoolean() ? Math.min(12, text.length()) : text.length();
            int at = random.nextInt(bound + 1);
            int to = Math.min(text.length(), at + random.nextInt(3));
            text.replace(at, to, random.nextBoolean() ? pick(PIECES) : "");
        }
        // Half a surrogate pair becomes a question mark: JavaScript's strings may hold it, UTF-8
        // not.
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A packet and what the decoder makes of it, as the script wants it. */
    private String line(String packet) {
        byte[] utf8 = packet.getBytes(StandardCharsets.UTF_8);
        String question = quoted(packet) + "\t";
        PacketFault fault = decoder.decode(utf8, 0, utf8.length);
        if (fault != null) {
            return question + fault;
        }
        String namespace = text(utf8, decoder.namespaceFrom(), decoder.namespaceTo());
        return question
                + String.join(
                        "\t",
                        Integer.toString(decoder.type()),
                        Integer.toString(decoder.attachments()),
                        namespace,
                        Long.toString(decoder.ackId()),
                        arguments(text(utf8, decoder.argumentsFrom(), decoder.argumentsTo())));
    }

    private String arguments(String text) {
        String oneLine = text.replace('\n', ' ');
        return switch (decoder.type()) {
            case PacketType.CONNECT, PacketType.DISCONNECT -> oneLine.isEmpty() ? "null" : oneLine;
            default -> "[" + oneLine + "]";
        };
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}

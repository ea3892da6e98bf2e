package io.fastsocket.shell.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Progress;
import io.fastsocket.shell.console.Terminal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

final class LogSearchTest {

    private final Instant now = Instant.now();

    @TempDir Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void linesComeFromAllFilesTheNewestLast() throws Exception {
        compressed("fastsocket-2026-01-09-2.jsonl.gz", line("WARN", "1"));
        compressed("fastsocket-2026-01-09-10.jsonl.gz", line("WARN", "2"), line("INFO", "3"));
        plain("fastsocket-2026-01-10-1.jsonl", line("WARN", "4"));
        compressed("fastsocket-2026-01-10-1.jsonl.gz", "cut off while it is being compr");
        plain(LogFiles.CURRENT, line("ERROR", "5"), line("WARN", "6"));
        append(folder.resolve(LogFiles.CURRENT), "{\"timestamp\":\"2026-");
        plain("another.jsonl", line("ERROR", "not of the log"));

        assertThat(search("--level", "warn")).containsExactly("1", "2", "4", "5", "6");
        assertThat(newest(3, "--level", "warn")).containsExactly("4", "5", "6");
        assertThat(newest(2)).containsExactly("5", "6");
        assertThat(notes).isEmpty();
    }

    @Test
    void everyOptionNarrows() throws Exception {
        String hit =
                "{\"timestamp\":\"%s\",\"level\":\"INFO\",\"logger\":\"org.example.chat.Chat\",\"bundle\":\"b\",\"plugin\":\"org.example.chat\",\"socket\":\"s1\",\"event\":\"message\",\"message\":\"say \\\"hi\\\"\\n1234 \u00fc\",\"thrown\":\"java.io.IOException: gone\"}"
                        .formatted(Times.inLines(now.minusSeconds(60)));
        plain(LogFiles.CURRENT, line("INFO", "other"), hit, line("INFO", "last"));

        for (String[] options :
                new String[][] {
                    {"--plugin", "chat"},
                    {"--plugin", "org.example.chat"},
                    {"--logger", "Chat"},
                    {"--logger", "org.example"},
                    {"--socket", "s1"},
                    {"--event", "message"},
                    {"--grep", "say \"hi\"\n1234 \u00fc"},
                    {"--grep", "IOException: gone"},
                    {"--grep", "/^\\d{4} \u00fc$/"},
                    {"--grep", "/SAY \"HI\"/i"},
                    {"--grep", "/(gone|lost)/"},
                    {"--grep", "/x[0-9]y|gone/"},
                    {"--grep", "/(java|scala)\\.io\\.IO.xception: (?:gone)?/"},
                    {"--plugin", "chat", "--level", "info", "--grep", "1234", "--since", "2m"},
                    {"--plugin", "chat", "--until", "30s"}
                }) {
            assertThat(search(options)).as("%s", (Object) options).hasSize(1);
            assertThat(search(options).getFirst()).startsWith("say");
        }
        for (String[] options :
                new String[][] {
                    {"--plugin", "hat"},
                    {"--logger", "org.exam"},
                    {"--socket", "s"},
                    {"--plugin", "chat", "--level", "warn"},
                    {"--plugin", "chat", "--since", "30s"},
                    {"--plugin", "chat", "--until", "2m"},
                    {"--grep", "SAY"},
                    {"--grep", "/^say$.^1234/"}
                }) {
            assertThat(search(options)).as("%s", (Object) options).isEmpty();
        }
    }

    @Test
    void aLineBelongsToOneSliceHoweverLongItIs() throws Exception {
        List<String> expected = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String message = i + "x".repeat(i % 50 == 0 ? 600_000 : 10_000);
            expected.add(message.substring(0, message.indexOf('x')));
            lines.add(line("INFO", message));
        }
        plain(LogFiles.CURRENT, lines.toArray(String[]::new));
        assertThat(Files.size(folder.resolve(LogFiles.CURRENT))).isGreaterThan(8 << 20);

        assertThat(search("--grep", "x").stream().map(m -> m.substring(0, m.indexOf('x'))))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void linesWrittenInAnotherOrderOfFieldsAreFoundToo() throws Exception {
        plain(
                LogFiles.CURRENT,
                "{\"message\": \"a\", \"level\": \"ERROR\", \"timestamp\": \"%s\"}"
                        .formatted(Times.inLines(now)),
                "{\"message\": \"b\", \"level\": \"INFO\", \"timestamp\": \"%s\"}"
                        .formatted(Times.inLines(now)));

        assertThat(search("--level", "error", "--since", "1m")).containsExactly("a");
    }

    @Test
    void aDamagedFileIsNamedAndTheRestIsRead() throws Exception {
        compressed("fastsocket-2026-01-09-1.jsonl.gz", line("INFO", "lost"));
        Path file = folder.resolve("fastsocket-2026-01-09-1.jsonl.gz");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        plain(LogFiles.CURRENT, line("INFO", "kept"));

        assertThat(search()).containsExactly("kept");
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst()).startsWith("fastsocket-2026-01-09-1.jsonl.gz is read only");
    }

    @Test
    void badValuesAreNamed() {
        assertThat(complaint("--since", "yesterday")).contains("--since must be how long ago");
        assertThat(complaint("--grep", "/[/")).contains("no regular expression");
    }

    @Test
    void whatComesIsFollowedThroughRotationAndEmptying() throws Exception {
        plain(LogFiles.CURRENT, line("INFO", "before"));
        BlockingQueue<String> found = new LinkedBlockingQueue<>();
        LogFiles files = LogFiles.open(folder);
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        LogFollower.follow(
                                                folder,
                                                files,
                                                options("--level", "warn").filter(),
                                                line -> found.add(line.get("message")));
                                    } catch (InterruptedException e) {
                                        found.add("interrupted");
                                    } catch (Exception e) {
                                        found.add(e.toString());
                                    }
                                });
        Path file = folder.resolve(LogFiles.CURRENT);
        append(
                file,
                line("INFO", "a")
                        + "\n"
                        + line("WARN", "b")
                        + "\n"
                        + line("WARN", "c").substring(0, 20));
        assertThat(found.poll(10, TimeUnit.SECONDS)).isEqualTo("b");
        append(file, line("WARN", "c").substring(20) + "\n" + line("WARN", "d") + "\n");
        Files.move(file, folder.resolve("fastsocket-2026-01-09-1.jsonl"));
        append(file, line("WARN", "e") + "\n");
        assertThat(found.poll(10, TimeUnit.SECONDS)).isEqualTo("c");
        assertThat(found.poll(10, TimeUnit.SECONDS)).isEqualTo("d");
        assertThat(found.poll(10, TimeUnit.SECONDS)).isEqualTo("e");
        append(file, line("WARN", "f") + "\n");
        assertThat(found.poll(10, TimeUnit.SECONDS)).isEqualTo("f");

        assertThat(LogFiles.clear(folder, false).files()).isEqualTo(2);
        assertThat(Files.size(file)).isZero();
        append(file, line("WARN", "g") + "\n");
        assertThat(found.poll(10, TimeUnit.SECONDS)).isEqualTo("g");

        thread.interrupt();
        assertThat(found.poll(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
        files.close();
    }

    @Test
    void errorsAreCountedByPluginAndKind() throws Exception {
        plain(
                LogFiles.CURRENT,
                error(
                        "chat",
                        "Chat.message failed, reference k2m4x9ab",
                        "java.lang.IllegalStateException: x",
                        ""),
                error(
                        "chat",
                        "Repeated 4,312 times in 10 s: Chat.message failed, reference k2m4x9zz",
                        "",
                        "4312"),
                error("chat", "Chat.message failed, reference abc9defg", "", ""),
                error("poll", "took 17 ms", "", ""));
        ErrorCounts counts = new ErrorCounts();
        try (LogFiles files = LogFiles.open(folder)) {
            reader(options()).read(files.pieces(null), () -> counts, c -> true);
        }

        assertThat(counts.most())
                .extracting(c -> c.times() + " " + c.owner() + " " + c.kind())
                .containsExactly(
                        "4313 chat Chat.message failed, reference #",
                        "1 chat IllegalStateException",
                        "1 poll took # ms");
    }

    private String error(String plugin, String message, String thrown, String repeated) {
        return "{\"timestamp\":\"%s\",\"level\":\"ERROR\",\"plugin\":\"%s\",\"message\":\"%s\",\"thrown\":\"%s\",\"repeated\":\"%s\"}"
                .formatted(Times.inLines(now), plugin, message, thrown, repeated);
    }

    private List<String> search(String... options) throws Exception {
        return newest(1000, options);
    }

    private List<String> newest(int most, String... options) throws Exception {
        NewestLines newest = new NewestLines(most);
        LogOptions wanted = options(options);
        try (LogFiles files = LogFiles.open(folder)) {
            reader(wanted)
                    .read(
                            files.pieces(wanted.sinceOrNull()),
                            () -> new NewestLines(most),
                            older -> {
                                newest.addOlder(older);
                                return !newest.full();
                            });
        }
        return newest.lines().stream().map(line -> line.get("message")).toList();
    }

    private PieceReader reader(LogOptions wanted) throws CommandException {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Console console =
                new Console(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Terminal.NONE,
                        false,
                        folder,
                        false);
        return new PieceReader(wanted.filter(), new Progress(console, "searching"), notes::add);
    }

    private static LogOptions options(String... options) {
        LogOptions wanted = new LogOptions();
        new CommandLine(wanted).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);
        return wanted;
    }

    private static String complaint(String... options) {
        return assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> options(options).filter())
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(2))
                .actual()
                .getMessage();
    }

    private String line(String level, String message) {
        return "{\"timestamp\":\"%s\",\"level\":\"%s\",\"logger\":\"some.Logger\",\"message\":\"%s\"}"
                .formatted(Times.inLines(now.minus(Duration.ofHours(1))), level, message);
    }

    private void plain(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(
                file,
                text,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    private void compressed(String name, String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}

package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.RevisionEvent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The {@link History} on disk: a line an event, oldest first, fields separated by tabs. A line that
 * a crash left half-written is skipped. Where it cannot be written, one warning says so.
 */
final class HistoryFile {

    private static final Logger log = LoggerFactory.getLogger(HistoryFile.class);
    private static final int FIELDS = 7;

    private final Path path;
    private boolean failed;

    HistoryFile(Path path) {
        this.path = path;
    }

    /** Passes on what is there, oldest first. */
    void read(BiConsumer<String, RevisionEvent> each) {
        try {
            if (Files.exists(path)) {
                String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
                text.lines().forEach(line -> read(line, each));
                if (!text.isEmpty() && !text.endsWith("\n")) {
                    Files.writeString(path, "\n", StandardOpenOption.APPEND);
                }
            }
        } catch (IOException e) {
            log.warn("the history of plugins before this start is not known: {}", e.toString());
        }
    }

    private static void read(String line, BiConsumer<String, RevisionEvent> each) {
        String[] f = line.split("\t", -1);
        if (f.length != FIELDS) {
            return;
        }
        try {
            Instant time = Instant.parse(f[0]);
            each.accept(
                    f[1].translateEscapes(),
                    new RevisionEvent(
                            time,
                            f[2].translateEscapes(),
                            f[3],
                            f[4].translateEscapes(),
                            f[5],
                            f[6].translateEscapes()));
        } catch (DateTimeException | IllegalArgumentException e) {
            log.debug("skipped: {}", line, e);
        }
    }

    /** Adds an event. */
    void append(String name, RevisionEvent event) {
        write(
                path,
                List.of(line(name, event)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Writes all anew. */
    void write(Map<String, List<RevisionEvent>> events) {
        record Entry(String name, RevisionEvent event) {}
        List<Entry> all = new ArrayList<>();
        events.forEach(
                (name, list) -> list.reversed().forEach(event -> all.add(new Entry(name, event))));
        all.sort(Comparator.comparing(entry -> entry.event().time()));
        Path next = path.resolveSibling(path.getFileName() + ".incoming");
        boolean written =
                write(
                        next,
                        all.stream().map(entry -> line(entry.name(), entry.event())).toList(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        if (written) {
            try {
                Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                report(e);
            }
        }
    }

    private boolean write(Path to, List<String> lines, StandardOpenOption... options) {
        try {
            Files.createDirectories(to.getParent());
            Files.write(to, lines, options);
            failed = false;
            return true;
        } catch (IOException e) {
            report(e);
            return false;
        }
    }

    private void report(IOException e) {
        if (!failed) {
            log.warn("what happens to plugins cannot be remembered: {}", e.toString());
        }
        failed = true;
    }

    private static String line(String name, RevisionEvent e) {
        return String.join(
                "\t",
                e.time().toString(),
                marked(name),
                marked(e.version()),
                e.sha256(),
                marked(e.file()),
                e.what(),
                marked(e.reason()));
    }

    /** Without the characters that separate fields and lines. */
    private static String marked(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}

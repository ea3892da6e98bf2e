package io.fastsocket.logging.inside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The JSON lines that were logged since this object was made. */
final class LogFile {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final long PAUSE_NANOS = 2_000_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path file;
    private final int before;

    LogFile(Path home) throws IOException {
        file = home.resolve("var/log/fastsocket.jsonl");
        before = Files.readString(file).length();
    }

    /** The line with a message; waits for it. */
    JsonNode line(String message) throws IOException {
        Instant end = Instant.now().plus(DEADLINE);
        Optional<JsonNode> found = find(message);
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE_NANOS);
            found = find(message);
        }
        return found.orElseThrow(() -> new AssertionError("not logged: " + message));
    }

    private Optional<JsonNode> find(String message) throws IOException {
        return lines().stream()
                .filter(line -> line.path("message").asText().contains(message))
                .findFirst();
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readString(file).substring(before).split("\n")) {
            if (line.endsWith("}")) {
                lines.add(mapper.readTree(line));
            }
        }
        return lines;
    }
}

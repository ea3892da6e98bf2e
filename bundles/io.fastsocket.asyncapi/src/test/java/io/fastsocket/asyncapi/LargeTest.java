package io.fastsocket.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A large document; what it takes is printed, for people to look at. */
class LargeTest {

    private static final int MESSAGES = 1_000;

    @TempDir private Path folder;

    @Test
    @SuppressWarnings("SystemOut") // a figure for the build's log
    void aThousandMessages() throws Exception {
        String text = document();
        Written written = new Written(folder).with("a.yaml", text);
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 4; i++) {
            long began = System.nanoTime();
            assertThat(written.judged("a.yaml", true).problems()).isEmpty();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            best = took.compareTo(best) < 0 ? took : best;
        }
        System.out.printf(
                "%d messages, %d KiB: %d ms%n", MESSAGES, text.length() >> 10, best.toMillis());
    }

    private static String document() {
        return """
               asyncapi: 3.0.0
               info: {title: Many, version: 1.0.0}
               channels:
                 all:
                   address: /
                   messages:
               """
                + lines("      m%1$d: {$ref: '#/components/messages/m%1$d'}\n")
                + "operations:\n"
                + lines(
                        """
                          o%1$d:
                            action: receive
                            channel: {$ref: '#/channels/all'}
                            messages: [{$ref: '#/channels/all/messages/m%1$d'}]
                        """)
                + "components:\n  messages:\n"
                + lines(
                        """
                            m%1$d:
                              name: event%1$d
                              summary: What happened.
                              payload:
                                type: object
                                required: [id, at]
                                properties:
                                  id: {type: string, format: uuid}
                                  at: {type: string, format: date-time}
                                  amount: {type: number, minimum: 0}
                                  tags: {type: array, items: {type: string, maxLength: 20}}
                                  user: {$ref: '#/components/schemas/User'}
                              examples:
                                - payload:
                                    id: 6f1c1a0e-2f5c-4c93-9d3a-0f6a0d9f7b11
                                    at: 2026-01-01T00:00:00Z
                                    user: {name: Ada}
                        """)
                + """
                    schemas:
                      User:
                        type: object
                        properties:
                          name: {type: string, pattern: '^[A-Z]'}
                  """;
    }

    private static String lines(String line) {
        return IntStream.range(0, MESSAGES).mapToObj(line::formatted).collect(Collectors.joining());
    }
}

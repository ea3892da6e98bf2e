package io.fastsocket.asyncapi;

import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Documents written for a test, and judged. */
final class Written {

    /** A document in which all is well, for more to be put behind it. */
    static final String GOOD =
            """
            asyncapi: 3.0.0
            info:
              title: Lobby
              version: 1.0.0
            channels:
              lobby:
                address: /lobby
                messages:
                  join:
                    $ref: '#/components/messages/join'
            operations:
              join:
                action: receive
                channel:
                  $ref: '#/channels/lobby'
                messages:
                  - $ref: '#/channels/lobby/messages/join'
            components:
              messages:
                join:
                  payload:
                    type: object
                    required: [name]
                    properties:
                      name:
                        type: string
            """;

    private static final AsyncApiJudge JUDGE = new AsyncApiJudge();

    private final Path folder;

    Written(Path folder) {
        this.folder = folder;
    }

    Written with(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Verdict judged(String name) throws IOException, InterruptedException {
        return judged(name, false);
    }

    Verdict judged(String name, boolean strict) throws IOException, InterruptedException {
        return JUDGE.judge(folder.resolve(name), strict, Set.of());
    }

    /** Problems, a line each: {@code 3:1 /path rule}. */
    List<String> problems(String text) throws IOException, InterruptedException {
        return problems(text, false);
    }

    List<String> problems(String text, boolean strict) throws IOException, InterruptedException {
        return with("document.yaml", text).judged("document.yaml", strict).problems().stream()
                .map(Written::line)
                .toList();
    }

    static String line(Problem problem) {
        return "%d:%d %s %s"
                .formatted(problem.line(), problem.column(), problem.path(), problem.rule());
    }
}

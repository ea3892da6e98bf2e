package io.fastsocket.asyncapi.live;

import io.fastsocket.asyncapi.AsyncApiJudge;
import io.fastsocket.asyncapi.document.DeepStack;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;
import io.fastsocket.spi.contract.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The document that a plugin brings, judged.
 *
 * @param said what it says; null if there is none, or it has problems
 * @param problems why it cannot be used
 */
record PluginFiles(Said said, List<String> problems) {

    private static final List<String> NAMES =
            List.of("asyncapi.yaml", "asyncapi.yml", "asyncapi.json");

    /** So many problems are told; who mends them sees the others. */
    private static final int TOLD = 5;

    private static final PluginFiles NONE = new PluginFiles(null, List.of());

    /**
     * Reads what a plugin brings. Files are what documents are judged as, so they become files for
     * that long.
     *
     * @param files by name
     */
    static PluginFiles read(Map<String, byte[]> files, AsyncApiJudge judge) {
        List<String> found = NAMES.stream().filter(files::containsKey).toList();
        if (found.isEmpty()) {
            return NONE;
        }
        if (found.size() > 1) {
            return refused(List.of("META-INF has " + String.join(" and ", found) + "; keep one"));
        }
        try {
            Path folder = Files.createTempDirectory("fastsocket-contract");
            try {
                return judged(write(files, folder), found.getFirst(), judge);
            } finally {
                delete(folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(List.of("reading the contract was interrupted"));
        } catch (IOException | ExecutionException e) {
            return refused(List.of("META-INF/" + found.getFirst() + ": " + e.getMessage()));
        }
    }

    private static PluginFiles judged(Path folder, String name, AsyncApiJudge judge)
            throws IOException, InterruptedException, ExecutionException {
        Path file = folder.resolve(name);
        Verdict verdict = judge.judge(file, true, Set.of());
        if (!verdict.valid()) {
            return refused(sentences(name, verdict));
        }
        Said said = DeepStack.call(() -> OwnContract.of(Document.read(file, Set.of())));
        return new PluginFiles(said, List.of());
    }

    private static List<String> sentences(String name, Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        List<Problem> errors =
                verdict.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .toList();
        for (Problem problem : errors.subList(0, Math.min(TOLD, errors.size()))) {
            sentences.add(
                    "META-INF/%s:%d:%d: %s: %s"
                            .formatted(
                                    problem.file() == null ? name : problem.file(),
                                    problem.line(),
                                    problem.column(),
                                    problem.path(),
                                    problem.message()));
        }
        if (errors.size() > TOLD) {
            sentences.add("and " + (errors.size() - TOLD) + " more errors in the contract");
        }
        return sentences;
    }

    private static PluginFiles refused(List<String> problems) {
        return new PluginFiles(null, problems);
    }

    private static Path write(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            if (path.startsWith(folder)) {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        return folder;
    }

    /** Deletes a folder and what is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

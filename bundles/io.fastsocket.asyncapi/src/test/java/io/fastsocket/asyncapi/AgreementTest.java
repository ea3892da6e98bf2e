package io.fastsocket.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;
import io.fastsocket.spi.contract.Verdict;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares verdicts with those of AsyncAPI's own parser, on the documents of a folder that {@code
 * -Dasyncapi.corpus} names.
 */
class AgreementTest {

    private final AsyncApiJudge judge = new AsyncApiJudge();

    @Test
    @SuppressWarnings("SystemOut") // to be seen in the build
    void verdictsAndRulesAreThoseOfTheReference() throws Exception {
        String folder = System.getProperty("asyncapi.corpus", "");
        if (folder.isEmpty()) {
            System.out.println(
                    "WARNING: NOT COMPARED with AsyncAPI's own parser: -Dasyncapi.corpus=FOLDER is not"
                            + " given");
        }
        assumeTrue(!folder.isEmpty());
        assertThat(Path.of(folder, "verdicts.json"))
                .as("what -Dasyncapi.corpus names has to be there")
                .isRegularFile();
        List<String> otherVerdicts = new ArrayList<>();
        List<String> otherErrors = new ArrayList<>();
        List<String> otherWarnings = new ArrayList<>();
        int count = 0;
        for (JsonNode expected : documents(Path.of(folder))) {
            String file = expected.get("file").asText();
            Verdict verdict = judge.judge(Path.of(folder, file), false, Set.of());
            count++;
            if (verdict.valid() != expected.get("valid").asBoolean()) {
                otherVerdicts.add(file + " " + verdict.problems());
            }
            Set<String> errors = new TreeSet<>();
            expected.get("errors").forEach(error -> errors.add(error.get("rule").asText()));
            compare(file, errors, rules(verdict, Severity.ERROR), otherErrors);
            Set<String> warnings = new TreeSet<>();
            expected.get("warnings").forEach(rule -> warnings.add(rule.asText()));
            compare(file, warnings, rules(verdict, Severity.WARNING), otherWarnings);
        }
        System.out.printf(
                "Of %d documents %d have the reference's verdict, %d the rules of its errors, %d those"
                        + " of its warnings%n",
                count,
                count - otherVerdicts.size(),
                count - otherErrors.size(),
                count - otherWarnings.size());
        assertThat(count).isPositive();
        assertThat(otherVerdicts).isEmpty();
        assertThat(otherErrors).hasSizeLessThanOrEqualTo(count / 20);
        assertThat(otherWarnings).hasSizeLessThanOrEqualTo(count / 20);
    }

    private static JsonNode documents(Path folder) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(folder.resolve("verdicts.json")))
                .get("documents");
    }

    private static Set<String> rules(Verdict verdict, Severity severity) {
        return verdict.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void compare(
            String file, Set<String> expected, Set<String> found, List<String> other) {
        if (!expected.equals(found)) {
            other.add(file + ": " + expected + ", and here " + found);
        }
    }
}

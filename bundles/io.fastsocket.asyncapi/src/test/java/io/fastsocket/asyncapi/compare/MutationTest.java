package io.fastsocket.asyncapi.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.AsyncApiJudge;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;
import io.fastsocket.spi.contract.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Contracts changed at random by someone who knows what breaks clients: nothing that does may pass,
 * and hardly anything that does not may be refused. What is unclear counts as refused.
 */
class MutationTest {

    /** How often each mutation is made: in a build once. */
    private static final int EACH = Integer.getInteger("asyncapi.mutations", 1);

    @TempDir private Path folder;

    private final AsyncApiJudge judge = new AsyncApiJudge();
    private final Set<String> judged = new HashSet<>();
    private final Map<String, Row> table = new LinkedHashMap<>();
    private final Row all = new Row();
    private final List<String> wrong = new ArrayList<>();

    /** How often mutations that break, and others, were said to be what. */
    private static final class Row {
        private final Map<Impact, Integer> breaking = new EnumMap<>(Impact.class);
        private final Map<Impact, Integer> harmless = new EnumMap<>(Impact.class);

        void add(boolean breaks, Impact found) {
            (breaks ? breaking : harmless).merge(found, 1, Integer::sum);
        }

        int breaking(Impact found) {
            return breaking.getOrDefault(found, 0);
        }

        int harmless(Impact found) {
            return harmless.getOrDefault(found, 0);
        }

        int count() {
            return Stream.of(breaking, harmless)
                    .flatMap(counts -> counts.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        int missed() {
            return breaking(Impact.COMPATIBLE);
        }

        int refused() {
            return harmless(Impact.BREAKING) + harmless(Impact.UNCLEAR);
        }

        String line(String name) {
            int breaks = breaking.values().stream().mapToInt(Integer::intValue).sum();
            int harmlessOnes = harmless.values().stream().mapToInt(Integer::intValue).sum();
            return "| %s | %d | %d | %d | %d | %d | %d |"
                    .formatted(
                            name,
                            breaks,
                            breaking(Impact.BREAKING),
                            breaking(Impact.UNCLEAR),
                            missed(),
                            harmlessOnes,
                            refused());
        }
    }

    @Test
    @SuppressWarnings("SystemOut") // a table for people, and for the documentation
    void whatBreaksIsRefusedAndWhatDoesNotPasses() throws Exception {
        Document base = written("base.json", BaseContract.tree());
        assertThat(Comparison.of(base, base)).isEmpty();
        Random random = new Random(20_250_101);
        for (Mutation mutation : Mutation.all()) {
            for (int i = 0; i < EACH; i++) {
                ObjectNode changed = BaseContract.tree();
                String where = mutation.apply(changed, random);
                Document now = written("changed.json", changed);
                if (judged.add(mutation.name())) {
                    assertThat(verdict().problems()).as(mutation.name()).isEmpty();
                }
                count(mutation, where, Comparison.of(base, now));
            }
        }
        if (EACH > 1) {
            print();
        }
        assertThat(all.missed()).as(wrong.toString()).isZero();
        assertThat(all.refused() * 50)
                .as(wrong.toString())
                .isLessThan(all.harmless(Impact.COMPATIBLE));
        assertThat(all.count()).isGreaterThan(300);
    }

    private Document written(String name, ObjectNode tree) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, new ObjectMapper().writeValueAsBytes(tree));
        return Document.read(file, Set.of());
    }

    private Verdict verdict() throws Exception {
        return judge.judge(folder.resolve("changed.json"), false, Set.of());
    }

    /** For the page that has it. */
    private void print() {
        System.out.println(
                "| changed | breaking | found so | unclear | missed | harmless | refused |");
        System.out.println("|---|---|---|---|---|---|---|");
        table.forEach((group, row) -> System.out.println(row.line(group)));
        System.out.println(all.line("all"));
    }

    private void count(Mutation mutation, String where, List<Change> changes) {
        Impact found = changes.isEmpty() ? Impact.COMPATIBLE : changes.getFirst().impact();
        table.computeIfAbsent(mutation.group(), group -> new Row()).add(mutation.breaking(), found);
        all.add(mutation.breaking(), found);
        if (mutation.breaking() == (found == Impact.COMPATIBLE)) {
            wrong.add("\n" + mutation.name() + ", " + where + ": " + changes);
        }
    }
}

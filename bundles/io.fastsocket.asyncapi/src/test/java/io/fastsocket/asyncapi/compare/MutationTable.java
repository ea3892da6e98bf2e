package io.fastsocket.asyncapi.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often mutations that break, and others, were said to be what. */
final class MutationTable {

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Row all = new Row();
    private final List<String> wrong = new ArrayList<>();

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

    /** Counts what was said of a mutation. */
    void count(Mutation mutation, String where, List<Change> changes) {
        Impact found = changes.isEmpty() ? Impact.COMPATIBLE : changes.getFirst().impact();
        rows.computeIfAbsent(mutation.group(), group -> new Row()).add(mutation.breaking(), found);
        all.add(mutation.breaking(), found);
        if (mutation.breaking() == (found == Impact.COMPATIBLE)) {
            wrong.add("\n" + mutation.name() + ", " + where + ": " + changes);
        }
    }

    /** For the page that has it. */
    @SuppressWarnings("SystemOut") // a table for people, and for the documentation
    void print(String title) {
        System.out.println(
                "\n| "
                        + title
                        + " | breaking | found so | unclear | missed | harmless | refused |");
        System.out.println("|---|---|---|---|---|---|---|");
        rows.forEach((group, row) -> System.out.println(row.line(group)));
        System.out.println(all.line("all"));
    }

    /** Nothing that breaks may pass, and of what does not, less than one in fifty is refused. */
    void check() {
        assertThat(all.missed()).as(wrong.toString()).isZero();
        assertThat(all.refused() * 50)
                .as(wrong.toString())
                .isLessThan(all.harmless(Impact.COMPATIBLE));
        assertThat(all.count()).isGreaterThan(300);
    }
}

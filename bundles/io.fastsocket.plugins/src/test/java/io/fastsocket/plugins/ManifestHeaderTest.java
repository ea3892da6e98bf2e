package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.plugins.ManifestHeader.Clause;

import org.junit.jupiter.api.Test;

import java.util.List;

class ManifestHeaderTest {

    @Test
    void splitsOutsideQuotesOnly() {
        List<Clause> clauses =
                ManifestHeader.parse("a.b;c.d; version=\"[1.0,2)\" ;uses:=\"x;y,z\" , e");
        assertThat(clauses).hasSize(2);
        assertThat(clauses.get(0).paths()).containsExactly("a.b", "c.d");
        assertThat(clauses.get(0).attributes()).containsEntry("version", "[1.0,2)");
        assertThat(clauses.get(0).directives()).containsEntry("uses", "x;y,z");
        assertThat(clauses.get(1).paths()).containsExactly("e");
    }

    @Test
    void noHeaderHasNoClauses() {
        assertThat(ManifestHeader.parse(null)).isEmpty();
        assertThat(ManifestHeader.parse(" ")).isEmpty();
    }
}

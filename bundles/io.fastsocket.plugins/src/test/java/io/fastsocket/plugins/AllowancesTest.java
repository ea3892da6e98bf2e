package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class AllowancesTest {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("revisions/allowed.tsv");
    }

    @Test
    void isKeptForThatContentAlone() {
        new Allowances(file()).allow("aa", "  all clients\tare\nours ");
        Allowances again = new Allowances(file());
        assertThat(again.reason("aa")).isEqualTo("all clients are ours");
        assertThat(again.reason("ab")).isNull();
    }

    @Test
    void needsAReason() {
        Allowances allowances = new Allowances(file());
        assertThatThrownBy(() -> allowances.allow("aa", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reason must have 1 to 500 characters, and has 0");
        assertThatThrownBy(() -> allowances.allow("aa", "x".repeat(501)))
                .hasMessageEndingWith("and has 501");
        assertThat(allowances.reason("aa")).isNull();
    }

    @Test
    void theOldestAreForgotten() throws IOException {
        Allowances allowances = new Allowances(file());
        for (int i = 0; i <= Allowances.MOST; i++) {
            allowances.allow("hash" + i, "why");
        }
        assertThat(allowances.reason("hash0")).isNull();
        assertThat(allowances.reason("hash1")).isEqualTo("why");
        assertThat(Files.readAllLines(file())).hasSize(Allowances.MOST);
    }

    @Test
    void whatCannotBeKeptIsNotAllowed() throws IOException {
        Files.writeString(folder.resolve("revisions"), "a file");
        Allowances allowances = new Allowances(folder.resolve("revisions/allowed.tsv"));
        assertThatThrownBy(() -> allowances.allow("aa", "why"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowed.tsv cannot be written");
        assertThat(allowances.reason("aa")).isNull();
    }
}

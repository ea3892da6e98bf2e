package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReasonsTest {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("revisions/allowed.tsv");
    }

    @Test
    void isKeptForThatContentAlone() {
        new Reasons(file()).put("aa", "  all clients\tare\nours ");
        Reasons again = new Reasons(file());
        assertThat(again.reason("aa")).isEqualTo("all clients are ours");
        assertThat(again.reason("ab")).isNull();
    }

    @Test
    void needsAReason() {
        Reasons allowances = new Reasons(file());
        assertThatThrownBy(() -> allowances.put("aa", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reason must have 1 to 500 characters, and has 0");
        assertThatThrownBy(() -> allowances.put("aa", "x".repeat(501)))
                .hasMessageEndingWith("and has 501");
        assertThat(allowances.reason("aa")).isNull();
    }

    @Test
    void theOldestAreForgotten() throws IOException {
        Reasons allowances = new Reasons(file());
        for (int i = 0; i <= Reasons.MOST; i++) {
            allowances.put("hash" + i, "why");
        }
        assertThat(allowances.reason("hash0")).isNull();
        assertThat(allowances.reason("hash1")).isEqualTo("why");
        assertThat(Files.readAllLines(file())).hasSize(Reasons.MOST);
    }

    @Test
    void whatCannotBeKeptIsNotAllowed() throws IOException {
        Files.writeString(folder.resolve("revisions"), "a file");
        Reasons allowances = new Reasons(folder.resolve("revisions/allowed.tsv"));
        assertThatThrownBy(() -> allowances.put("aa", "why"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowed.tsv cannot be written");
        assertThat(allowances.reason("aa")).isNull();
    }
}

package io.fastsocket.shell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.contract.ContractStore.Version;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

class ContractStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir private Path home;

    @Test
    void whatIsTheSameIsNoNewVersion() throws Exception {
        ContractStore store = new ContractStore(home.resolve("contracts"));
        assertThat(store.names()).isEmpty();

        assertThat(store.add("orders", "a", NOON).number()).isEqualTo(1);
        assertThat(store.add("orders", "a", NOON.plusSeconds(1)).imported()).isEqualTo(NOON);
        assertThat(store.add("orders", "b", NOON.plusSeconds(2)).number()).isEqualTo(2);
        Version third = store.add("orders", "a", NOON.plusSeconds(3));

        assertThat(store.names()).containsExactly("orders");
        assertThat(store.versions("orders")).extracting(Version::number).containsExactly(1, 2, 3);
        assertThat(store.versions("orders").getLast()).isEqualTo(third);
        assertThat(third.imported()).isEqualTo(NOON.plusSeconds(3));
        assertThat(Files.readString(third.file())).isEqualTo("a");
    }

    @Test
    void moreThanNineVersionsStayInOrderAndOtherFilesAreNoVersions() throws Exception {
        ContractStore store = new ContractStore(home);
        for (int i = 1; i <= 11; i++) {
            store.add("a", "text " + i, NOON);
        }
        Files.writeString(home.resolve("a").resolve("notes.txt"), "mine");
        assertThat(store.versions("a"))
                .hasSize(11)
                .last()
                .extracting(Version::number)
                .isEqualTo(11);
    }

    @Test
    void namesAreFitForFolders() throws Exception {
        assertThat(ContractStore.isName("my-orders_2.1")).isTrue();
        assertThat(ContractStore.isName("../orders")).isFalse();
        assertThat(ContractStore.isName("")).isFalse();
        assertThat(new ContractStore(home.resolve("x")).versions("..")).isEmpty();
    }

    @Test
    void theNetworkIsNotAskedUnlessTheHostIsAllowed() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> ContractDownload.of("http://example.com/a.yaml", Set.of("b.com")))
                .withMessage(
                        "the network is not asked unless the host is allowed: --allow-host example.com");
    }
}

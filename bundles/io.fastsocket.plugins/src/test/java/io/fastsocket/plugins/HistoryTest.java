package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.deploy.RevisionEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

class HistoryTest {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("var/history.tsv");
    }

    private History open() {
        return new History(new HistoryFile(file()), (plugin, event) -> {});
    }

    private PluginFile plugin(String name) throws IOException {
        Path path = Files.writeString(folder.resolve(name), "x");
        return new PluginFile(path, Fingerprint.of(path), System.nanoTime());
    }

    @Test
    void isKeptAcrossRestartsWhateverTheTextHolds() throws IOException {
        History history = open();
        PluginFile file = plugin("a\tb.jar");
        history.add(file, "refused", "first\\ line\nsecond\tline");
        history.add(file, "waiting", "for ü");

        List<RevisionEvent> events = open().of("a\tb.jar");

        assertThat(events).isEqualTo(history.of("a\tb.jar"));
        assertThat(events).extracting(RevisionEvent::what).containsExactly("waiting", "refused");
        assertThat(events.get(1).reason()).isEqualTo("first\\ line\nsecond\tline");
    }

    @Test
    void whatIsNewIsToldAtOnce() throws IOException {
        open().add(plugin("before.jar"), "refused", "no");
        List<String> told = new ArrayList<>();
        History history =
                new History(
                        new HistoryFile(file()),
                        (plugin, event) -> told.add(plugin + " " + event.what()));
        PluginFile file = plugin("a.jar");
        history.add(file, "waiting", "for b");
        history.add(file, "waiting", "for b");

        assertThat(told).containsExactly("a.jar waiting");
    }

    @Test
    void sameAgainIsNotTold() throws IOException {
        History history = open();
        PluginFile file = plugin("a.jar");
        history.add(file, "refused", "no");
        history.add(file, "refused", "no");
        open().add(file, "refused", "no");
        assertThat(open().of("a.jar")).hasSize(1);
    }

    @Test
    void lineHalfWrittenSpoilsNoOther() throws IOException {
        PluginFile file = plugin("a.jar");
        open().add(file, "refused", "before");
        Files.write(file(), new byte[] {'2', '0', (byte) 0xc3}, StandardOpenOption.APPEND);
        open().add(file, "refused", "after");
        assertThat(open().of("a.jar"))
                .extracting(RevisionEvent::reason)
                .containsExactly("after", "before");
    }

    @Test
    void isBounded() throws IOException {
        History history = open();
        PluginFile file = plugin("a.jar");
        for (int i = 0; i < 10 * History.EVENTS; i++) {
            history.add(file, "refused", "reason " + i);
        }
        assertThat(history.of("a.jar")).hasSize(History.EVENTS);
        assertThat(open().of("a.jar")).isEqualTo(history.of("a.jar"));
        assertThat(Files.readAllLines(file())).hasSizeLessThan(4 * History.EVENTS);
        for (int i = 0; i < History.PLUGINS + 20; i++) {
            history.add(plugin(i + ".jar"), "refused", "no");
        }
        assertThat(history.of("a.jar")).as("the longest ago").isEmpty();
        assertThat(open().of("0.jar")).isEmpty();
        assertThat(open().of(History.PLUGINS + 10 + ".jar")).hasSize(1);
    }

    @Test
    void whereItCannotBeWrittenItIsStillKnown() throws IOException {
        History history =
                new History(
                        new HistoryFile(folder.resolve("a.jar").resolve("x")),
                        (plugin, event) -> {});
        history.add(plugin("a.jar"), "refused", "no");
        assertThat(history.of("a.jar")).hasSize(1);
    }
}

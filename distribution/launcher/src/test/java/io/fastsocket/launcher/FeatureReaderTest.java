package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class FeatureReaderTest {

    @TempDir private Path folder;
    private Installation installation;

    @BeforeEach
    void anInstallation() throws IOException {
        installation = new Installation(folder, "1");
        Files.createDirectories(folder.resolve("features"));
        Path jar = folder.resolve("repo/org/acme/thing/1.0/thing-1.0-linux.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        feature("core", "{ /* a comment */ \"bundles\": [] }");
    }

    private void feature(String name, String json) throws IOException {
        Files.writeString(folder.resolve("features").resolve(name + ".json"), json);
    }

    private List<Feature> read(String... names) {
        return new FeatureReader(installation).read(List.of(names), "--features = x");
    }

    @Test
    void coreIsAlwaysOn() throws IOException {
        feature("chat", "{\"bundles\": [\"org.acme:thing:jar:linux:1.0\"]}");
        assertThat(read("chat")).extracting(Feature::name).containsExactly("core", "chat");
    }

    @Test
    void aBundleHasAPlaceInTheRepositoryAndAStartLevel() throws IOException {
        feature(
                "chat",
                "{\"bundles\": [{\"id\": \"org.acme:thing:jar:linux:1.0\", \"start-order\": 7}]}");
        Feature.FeatureBundle bundle = read("chat").getLast().bundles().getFirst();
        assertThat(bundle.startLevel()).isEqualTo(7);
        assertThat(bundle.artifact().in(installation.repo())).exists();
    }

    @Test
    void anUnknownFeatureIsNamed() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("cor"))
                .withMessage(
                        "--features = x: there is no feature named cor; did you mean core?"
                                + " There are core")
                .matches(e -> e.exitCode() == ExitCode.USAGE);
    }

    @Test
    void anIdWithoutAFileIsNamed() throws IOException {
        feature("chat", "{\"bundles\": [{\"id\": \"org.acme:gone:2\"}]}");
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("chat"))
                .withMessage(
                        "features/chat.json: org.acme:gone:2: is not in repo/"
                                + " (org/acme/gone/2/gone-2.jar)")
                .matches(e -> e.exitCode() == ExitCode.USAGE);
    }

    @Test
    void whatIsNoFeatureIsRefusedInOneLine() throws IOException {
        feature("a", "{\"bundles\": [{\"id\": \"acme\"}]}");
        feature("b", "{\"bundles\": [{\"id\": \"a:b:1\", \"start-order\": \"two\"}]}");
        feature("c", "[]");
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("a"))
                .withMessage(
                        "features/a.json: acme: must be group:artifact[:type[:classifier]]:version");
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("b"))
                .withMessage(
                        "features/b.json: a:b:1: start-order = two: must be a whole number from 1");
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("c"))
                .withMessage("features/c.json: must be a JSON object");
        feature("d", "{\"bundles\": [");
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("d"))
                .withMessageStartingWith("features/d.json: line 1: Unexpected end-of-input")
                .withMessageNotContainingAny("Source", "start marker");
    }
}

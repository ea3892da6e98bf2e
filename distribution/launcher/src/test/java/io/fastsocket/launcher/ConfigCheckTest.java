package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

final class ConfigCheckTest {

    /** As bnd writes it. */
    private static final String METATYPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="io.fastsocket.transport" name="Transport">
                <AD id="pingInterval" type="Long" min="10" max="60000" default="25000"/>
                <AD id="ratio" type="Double" min="0.5"/>
                <AD id="compression" type="Boolean"/>
                <AD id="engine" type="String">
                  <Option label="Epoll" value="epoll"/>
                  <Option label="NIO" value="nio"/>
                </AD>
                <AD id="origins" type="String" cardinality="-100" max="20"/>
              </OCD>
              <Designate pid="io.fastsocket.transport">
                <Object ocdref="io.fastsocket.transport"/>
              </Designate>
            </metatype:MetaData>
            """;

    @TempDir private Path folder;
    private Path bundle;

    @BeforeEach
    void aBundle() throws IOException {
        bundle = folder.resolve("bundle.jar");
        try (OutputStream file = Files.newOutputStream(bundle);
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/transport.xml"));
            jar.write(METATYPE.getBytes(StandardCharsets.UTF_8));
        }
        Files.createDirectories(folder.resolve("etc"));
    }

    private void check(String pid, String text) throws IOException {
        Files.writeString(folder.resolve("etc").resolve(pid + ".cfg"), text);
        new ConfigCheck(folder.resolve("etc"), List.of(bundle)).check();
    }

    @Test
    void whatIsAllowedPasses() throws IOException {
        check(
                "io.fastsocket.transport",
                """
                # a comment
                pingInterval = 10
                ratio = 0.5
                compression = TRUE
                engine = nio
                origins = one, two
                service.ranking = 3
                transport.target = (a=b)
                """);
        check("io.fastsocket.transport", "pingInterval = ${env:PING}");
        assertThat(folder.resolve("etc")).isNotEmptyDirectory();
    }

    @Test
    void theConfigurationsOfPluginsAreTheirOwnAffair() {
        assertThatCode(() -> check("com.acme.chat", "anything = goes")).doesNotThrowAnyException();
        assertThatCode(() -> check("io.fastsocket.examples.echo", "anything = goes"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pingInterval = abc   | must be a whole number from 10 to 60000",
                "pingInterval = 9     | must be a whole number from 10 to 60000",
                "pingInterval = 10.5  | must be a whole number from 10 to 60000",
                "pingInterval =       | must be a whole number from 10 to 60000",
                "ratio = 0.4          | must be a number from 0.5",
                "compression = yes    | must be true or false",
                "engine = kqueue      | must be one of epoll, nio",
                "origins = a,a-name-that-is-far-too-long | must have a number of characters to 20",
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String line, String allowed) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> check("io.fastsocket.transport", line))
                .withMessage("etc/io.fastsocket.transport.cfg: %s: %s", pretty(line), allowed)
                .matches(e -> e.exitCode() == ExitCode.USAGE);
    }

    private static String pretty(String line) {
        return line.endsWith("=") ? line + " " : line;
    }

    @Test
    void anUnknownKeyIsNamedWithTheNearestOne() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> check("io.fastsocket.transport", "pingIntervall = 10"))
                .withMessageStartingWith(
                        "etc/io.fastsocket.transport.cfg: pingIntervall: no such key;"
                                + " did you mean pingInterval?");
    }

    @Test
    void aSlipInTheFilesNameIsNoticed() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> check("io.fastsocket.transprot", "pingInterval = 10"))
                .withMessage(
                        "etc/io.fastsocket.transprot.cfg: no bundle has this configuration;"
                                + " did you mean etc/io.fastsocket.transport.cfg?");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> check("io.fastsocket.transport", "compression = 1\nratio = none"))
                .withMessageContaining("compression = 1")
                .withMessageContaining("ratio = none");
    }
}

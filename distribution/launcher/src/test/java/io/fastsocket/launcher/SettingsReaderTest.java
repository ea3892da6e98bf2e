package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class SettingsReaderTest {

    @TempDir private Path folder;

    private Settings read(String file, Map<String, String> environment, Map<String, String> options)
            throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/fastsocket.properties"), file);
        return new SettingsReader(environment, options).read(new Home(folder));
    }

    @Test
    void withoutAnythingSetItListensOnThisMachineAlone() {
        Settings settings = new SettingsReader(Map.of(), Map.of()).read(new Home(folder));
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(9092);
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.features())
                .containsExactly(
                        "core",
                        "logging",
                        "plugins",
                        "transport",
                        "http",
                        "shell",
                        "asyncapi",
                        "telemetry",
                        "operator");
    }

    @Test
    void theLaterPlaceWins() throws IOException {
        String file = "port = 1\nhttp.port = 1\nhost = localhost\nfeatures = core, shell,";
        Map<String, String> environment =
                Map.of("FASTSOCKET_PORT", "2", "FASTSOCKET_HTTP_PORT", "2", "FASTSOCKET_HOST", "");
        Settings settings = read(file, environment, Map.of("--port", "3"));
        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.httpPort()).isEqualTo(2);
        assertThat(settings.host()).as("an empty variable is not set").isEqualTo("localhost");
        assertThat(settings.features()).containsExactly("core", "shell");
        assertThat(settings.origin(Setting.PORT)).isEqualTo("--port = 3");
        assertThat(settings.origin(Setting.HTTP_PORT)).isEqualTo("FASTSOCKET_HTTP_PORT = 2");
    }

    @Test
    void anEmptyHomeIsASlipAndNotThisFolder() {
        Installation installation = new Installation(folder, "1");
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> SettingsReader.home("", Map.of(), installation))
                .withMessage("--home is empty: must be a folder")
                .matches(e -> e.exitCode() == ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"abc", "-1", "65536", "80.5"})
    void aWrongPortIsNamedWithItsPlaceAndWhatIsAllowed(String port) {
        String rest = " = " + port + ": must be a whole number from 0 (any free port) to 65535";
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("http.port=" + port, Map.of(), Map.of()))
                .withMessage("etc/fastsocket.properties: http.port" + rest)
                .matches(e -> e.exitCode() == ExitCode.USAGE);
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("", Map.of("FASTSOCKET_PORT", port), Map.of()))
                .withMessage("FASTSOCKET_PORT" + rest);
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("", Map.of(), Map.of("--port", port)))
                .withMessage("--port" + rest);
    }

    @Test
    void aVariableThatKubernetesSetIsExplained() {
        Map<String, String> environment = Map.of("FASTSOCKET_PORT", "tcp://10.0.0.1:9092");
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("", environment, Map.of()))
                .withMessageContaining("enableServiceLinks");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestOne() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("htp.port = 1", Map.of(), Map.of()))
                .withMessageStartingWith(
                        "etc/fastsocket.properties: htp.port: no such setting;"
                                + " did you mean http.port?")
                .matches(e -> e.exitCode() == ExitCode.USAGE);
    }

    @Test
    void aHostThatIsNoneIsRefused() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("host = a b", Map.of(), Map.of()))
                .withMessageStartingWith(
                        "etc/fastsocket.properties: host = a b: must be an address");
    }

    @Test
    void theTwoPortsDiffer() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> read("port = 7000\nhttp.port = 7000", Map.of(), Map.of()))
                .withMessageContaining("each needs its own");
    }

    @Test
    void theHomeIsTheInstallationUnlessToldOtherwise() {
        Installation installation = new Installation(folder, "1");
        Path other = folder.resolve("other");
        Map<String, String> variable = Map.of("FASTSOCKET_HOME", other.toString());
        assertThat(SettingsReader.home(null, Map.of(), installation).root()).isEqualTo(folder);
        assertThat(SettingsReader.home(null, variable, installation).root()).isEqualTo(other);
        String option = folder.resolve("third").toString();
        assertThat(SettingsReader.home(option, variable, installation).root())
                .isEqualTo(Path.of(option));
    }
}

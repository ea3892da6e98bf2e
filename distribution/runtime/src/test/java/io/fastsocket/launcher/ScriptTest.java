package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The start script and the program behind it, up to where an instance would start. */
final class ScriptTest {

    @TempDir private Path folder;

    @Test
    void itWorksThroughALinkAndFromAFolderWithASpace() throws Exception {
        Path links = Files.createDirectories(folder.resolve("my links"));
        Path link = Files.createSymbolicLink(links.resolve("fs"), Product.script());
        Product.Result result = Product.run(link, Map.of(), "version");
        assertThat(result.text()).startsWith("FastSocket " + System.getProperty("product.version"));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() throws Exception {
        Path old = fakeJava("17.0.1");
        String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        Map<String, String> environment = Map.of("JAVA_HOME", old.toString(), "PATH", path);
        Product.Result result = Product.run(Product.script(), environment, "version");
        assertThat(result.text()).contains("(Java " + Runtime.version());
    }

    @Test
    void withoutAnyJavaThatWillDoItSaysSoInOneLine() throws Exception {
        Path script = folder.resolve("fastsocket");
        Files.writeString(
                script, Files.readString(Product.script()).replace("needed=25", "needed=999"));
        executable(script);
        Product.Result result =
                Product.run(script, Map.of("JAVA_HOME", fakeJava("17").toString()), "version");
        assertThat(result.text().strip())
                .startsWith("fastsocket: Java 999 or later is needed, and none was found (only ")
                .endsWith("install one, or set JAVA_HOME")
                .doesNotContain("\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private Path fakeJava(String version) throws IOException {
        Path home = folder.resolve("java " + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 99\n"));
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void refused(String message, String... words) throws Exception {
        Product.Result result = Product.run(words);
        assertThat(result.text().strip()).isEqualTo("fastsocket: " + message);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void aWrongSettingOrConfigurationIsOneLineAndExitCode2() throws Exception {
        String home = folder.resolve("home").toString();
        refused(
                "--port = abc: must be a whole number from 0 (any free port) to 65535",
                "run",
                "--home",
                home,
                "--port",
                "abc");
        refused(
                "--features = shel: there is no feature named shel; did you mean shell?"
                        + " There are asyncapi, core, http, logging, operator, plugins, shell, telemetry,"
                        + " transport, transport-netty-socketio",
                "run",
                "--home",
                home,
                "--features",
                "shel");
        refused("there is no command sart; did you mean start?", "sart");
        Files.writeString(folder.resolve("home/etc/fastsocket.properties"), "colour = red");
        refused(
                "etc/fastsocket.properties: colour: no such setting."
                        + " Allowed are host, port, http.port, features",
                "start",
                "--home",
                home);
    }

    @Test
    void aPortThatIsTakenIsOneLineAndExitCode2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            String home = folder.resolve("home").toString();
            refused(
                    "port %d on 127.0.0.1 is in use: stop what uses it, or choose another with --port or FASTSOCKET_PORT"
                            .formatted(port),
                    "run",
                    "--home",
                    home,
                    "--port",
                    "" + port,
                    "--http-port",
                    "0");
            assertThat(Product.run("status", "--home", home).exitCode()).isEqualTo(3);
        }
    }
}

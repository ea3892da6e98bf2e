package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

final class PortCheckTest {

    @TempDir private Path folder;

    private void check(Map<String, String> options) {
        PortCheck.check(new SettingsReader(Map.of(), options).read(new Home(folder)));
    }

    @Test
    void aPortThatIsTakenIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> check(Map.of("--port", port, "--http-port", "0")))
                    .withMessage(
                            "port %s on 127.0.0.1 is in use: stop what uses it, or choose another"
                                    + " with --port or FASTSOCKET_PORT",
                            port)
                    .matches(e -> e.exitCode() == ExitCode.USAGE);
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> check(Map.of("--http-port", port, "--port", "0")))
                    .withMessageContaining("--http-port or FASTSOCKET_HTTP_PORT");
            check(Map.of("--port", port, "--http-port", "0", "--features", "http"));
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> check(Map.of("--host", "192.0.2.1")))
                .withMessage("--host = 192.0.2.1: is not an address of this machine");
    }
}

package io.fastsocket.transport.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

final class LastPortTest {

    @TempDir private Path folder;

    @Test
    void remembers() throws Exception {
        LastPort port = new LastPort(folder.resolve("port").toFile());
        assertThat(port.read()).isZero();
        port.write(12345);
        assertThat(new LastPort(folder.resolve("port").toFile()).read()).isEqualTo(12345);
    }

    @Test
    void doesWithoutAFile() throws Exception {
        LastPort port = new LastPort(null);
        port.write(12345);
        assertThat(port.read()).isZero();
    }
}

package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class ZipDirectoryTest {

    @TempDir Path directory;

    private boolean isWhole(byte[] content) throws IOException {
        return ZipDirectory.isWhole(Files.write(directory.resolve("x.jar"), content));
    }

    @Test
    void onlyTheWholeFileIsWhole() throws IOException {
        byte[] jar = Jars.jar("a.txt", "some text", "b.txt", "more text");
        for (int length = 0; length < jar.length; length++) {
            assertThat(isWhole(Arrays.copyOf(jar, length))).as("%d bytes", length).isFalse();
        }
        assertThat(isWhole(jar)).isTrue();
    }

    @Test
    void emptyZipIsWhole() throws IOException {
        assertThat(isWhole(Jars.jar())).isTrue();
    }

    @Test
    void endOverSomethingElseIsNot() throws IOException {
        byte[] jar = Jars.jar("a.txt", "some text");
        Arrays.fill(jar, 0, jar.length - 22, (byte) 0);
        assertThat(isWhole(jar)).isFalse();
    }

    @Test
    void preallocatedFileOfZeroesIsNot() throws IOException {
        assertThat(isWhole(new byte[200_000])).isFalse();
    }
}

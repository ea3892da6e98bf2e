package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

final class InstanceLockTest {

    @TempDir private Path folder;
    private Home home;
    private RunInfo self;

    @BeforeEach
    void aHome() throws IOException {
        home = new Home(folder);
        Files.createDirectories(home.runFile().getParent());
        Settings settings = new SettingsReader(Map.of(), Map.of()).read(home);
        self = RunInfo.starting(settings, "1");
    }

    @Test
    void aHomeIsUsedOnceAndItsUserNamed() {
        try (InstanceLock lock = InstanceLock.acquire(home)) {
            lock.publish(self);
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> InstanceLock.acquire(home))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .matches(e -> e.exitCode() == ExitCode.FAILED);
        }
        assertThat(home.runFile()).doesNotExist();
        InstanceLock.acquire(home).close();
    }

    /** A signal's thread and the main one both let go, and either may end the process then. */
    @Test
    void whoeverLetsGoFindsItDone() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            InstanceLock lock = InstanceLock.acquire(home);
            lock.publish(self);
            CountDownLatch begin = new CountDownLatch(1);
            Thread other =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        begin.countDown();
                                        lock.close();
                                    });
            begin.await();
            lock.close();
            assertThat(home.runFile()).doesNotExist();
            other.join();
        }
    }

    @Test
    void whatIsPublishedIsReadBack() {
        try (InstanceLock lock = InstanceLock.acquire(home)) {
            lock.publish(self.ready(1, null, false));
            assertThat(RunInfo.running(home.runFile())).contains(self.ready(1, null, false));
        }
    }

    @Test
    void aFileThatAnEndedProcessLeftSaysNothing() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        write(process.pid(), self.startTime());
        assertThat(RunInfo.running(home.runFile())).isEmpty();
    }

    @Test
    void aProcessIdThatWentToAnotherProcessSaysNothing() throws IOException {
        write(self.pid(), self.startTime() - 60_000);
        assertThat(RunInfo.running(home.runFile())).isEmpty();
    }

    @Test
    void halfAFileSaysNothing() throws IOException {
        Files.writeString(home.runFile(), "{\"pid\": 1,");
        assertThat(RunInfo.running(home.runFile())).isEmpty();
        Files.writeString(home.runFile(), "{\"pid\": \"x\"}");
        assertThat(RunInfo.running(home.runFile())).isEmpty();
    }

    private void write(long pid, long startTime) throws IOException {
        new RunInfo(pid, startTime, "1", folder.toString(), "127.0.0.1", 1, false, 2, true)
                .write(home.runFile());
    }
}

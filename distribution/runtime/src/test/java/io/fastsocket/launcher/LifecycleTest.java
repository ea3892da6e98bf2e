package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Instances in processes of their own, with HTTP alone: what starts, stops and is told of them. */
final class LifecycleTest {

    @TempDir private Path folder;

    @AfterEach
    void endWhatIsLeft() {
        for (String name : new String[] {"one home", "two+two"}) {
            RunInfo.running(home(name).runFile())
                    .flatMap(RunInfo::process)
                    .ifPresent(LifecycleTest::end);
        }
    }

    /** In order, so that what it has started ends as well. */
    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private Home home(String name) {
        return new Home(folder.resolve(name));
    }

    private Product.Result on(String name, String command, String... more) throws Exception {
        String[] words = new String[3 + more.length];
        words[0] = command;
        words[1] = "--home";
        words[2] = home(name).root().toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Product.run(words);
    }

    private Product.Result start(String name) throws Exception {
        return on(name, "start", "--features", "http", "--http-port", "0");
    }

    private RunInfo info(String name) {
        return RunInfo.running(home(name).runFile()).orElseThrow();
    }

    private static void connect(int port) throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
        }
    }

    @Test
    void twoHomesDoNotDisturbEachOther() throws Exception {
        Product.Result one = start("one home");
        Product.Result two = start("two+two");
        assertThat(one.text())
                .contains("is ready", "http://127.0.0.1:" + info("one home").httpPort());
        assertThat(two.exitCode()).isZero();
        assertThat(info("one home").httpPort()).isNotEqualTo(info("two+two").httpPort());

        assertThat(on("one home", "stop").exitCode()).isZero();
        assertThat(on("one home", "status").exitCode()).isEqualTo(3);
        connect(info("two+two").httpPort());
        Product.Result status = on("two+two", "status", "--json");
        assertThat(status.exitCode()).isZero();
        assertThat(status.text())
                .contains("\"ready\" : true", "\"pid\" : " + info("two+two").pid());
        assertThat(on("two+two", "stop").exitCode()).isZero();
        assertThat(home("two+two").runFile()).doesNotExist();
    }

    @Test
    void aHomeIsUsedOnceAndFreeAfterAViolentEnd() throws Exception {
        assertThat(start("one home").exitCode()).isZero();
        RunInfo first = info("one home");
        Product.Result again = start("one home");
        assertThat(again.text()).contains("already running", "process " + first.pid());
        assertThat(again.exitCode()).isEqualTo(1);

        ProcessHandle process = first.process().orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertThat(on("one home", "status").exitCode()).isEqualTo(3);
        assertThat(start("one home").exitCode()).isZero();
        assertThat(on("one home", "stop").text()).startsWith("stopped process");
    }

    @Test
    void javaOptionsReachTheInstanceThatStartStarts() throws Exception {
        String[] words = {
            "start",
            "--home",
            home("one home").root().toString(),
            "--features",
            "http",
            "--http-port",
            "0"
        };
        Map<String, String> environment = Map.of("FASTSOCKET_JAVA_OPTS", "-Dmark=here");
        assertThat(Product.run(Product.script(), environment, words).exitCode()).isZero();
        ProcessHandle process = info("one home").process().orElseThrow();
        assertThat(process.info().commandLine().orElseThrow()).contains("-Dmark=here");
    }

    @Test
    void aStartThatFailsSaysWhy() throws Exception {
        Product.Result result = on("one home", "start", "--features", "htp");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.text()).contains("did you mean http?");
    }
}

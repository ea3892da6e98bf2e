package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;

/** The example chat and its page, in the tabs of a real browser ({@code chat.mjs}). */
@Execution(ExecutionMode.CONCURRENT)
@NeedsNode
@NeedsChromium
class ChatIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Path jar = Setup.exampleJar("chat");

    @Test
    void peopleTalkInTabsWhileTheChatIsSwapped() throws IOException {
        Path other = Setup.newFolder("chat").resolve("chat.jar");
        Files.write(other, PluginJar.variant(jar, "the second"));
        try (Product product = Product.start("chat")) {
            product.deploy(jar, "chat.jar");
            Await.until(
                    "the page is there",
                    NodeClient.PATIENCE,
                    () -> product.http("/chat/index.html").statusCode() == 200);

            Command talk =
                    Command.run(
                            Setup.node(),
                            LIMIT,
                            List.of(
                                    "node",
                                    "chat.mjs",
                                    "http://localhost:" + product.httpPort(),
                                    product.plugin("chat.jar").toString(),
                                    other.toString(),
                                    NeedsChromium.Condition.browser().toString()));

            assertThat(talk.exitCode()).as(talk.text()).isZero();
        }
    }

    @Test
    void needsNothingOfHttp() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Import-Package")).doesNotContain("servlet");
            assertThat(manifest.getValue("Require-Capability")).doesNotContain("osgi.http");
        }
    }
}

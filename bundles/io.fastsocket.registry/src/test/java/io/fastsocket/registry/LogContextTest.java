package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Whatever thread logs about an event, the line says whose it is. */
class LogContextTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Logger logger = Logger.getLogger("io.fastsocket.registry");
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void close() {
        logger.removeHandler(lines);
        registry.close();
    }

    /** The context of each line by its text, asked as the log does: by the thread that logs. */
    private static final class Lines extends Handler {
        final Map<String, Map<String, String>> contexts = new ConcurrentHashMap<>();

        @Override
        public void publish(LogRecord line) {
            Map<String, String> context = new TreeMap<>();
            LogContext.tell(context::put);
            contexts.put(line.getMessage(), context);
        }

        boolean has(String text) {
            return contexts.keySet().stream().anyMatch(message -> message.contains(text));
        }

        Map<String, String> of(String text) {
            Await.until(text, () -> has(text));
            return contexts.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(text))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Namespace("/shop")
    static final class Shop implements EventHandlers {

        @OnEvent("later")
        CompletionStage<String> later() {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread.ofPlatform()
                    .start(() -> answer.completeExceptionally(new IllegalStateException("no")));
            return answer;
        }

        @OnEvent("now")
        String now() {
            return List.<String>of().getFirst();
        }

        @OnEvent(value = "never", timeout = "50ms")
        CompletionStage<String> never() {
            return new CompletableFuture<>();
        }

        @OnEvent(value = "slow", inline = true)
        void slow() {
            LockSupport.parkNanos(20_000_000);
        }
    }

    static final class Unbound implements EventHandlers {
        @OnEvent("bad")
        void bad(Thread thread) {}
    }

    @Test
    void errorsAndOverrunsNameThePluginTheSocketAndTheEvent() {
        new Plugins.Fake(registry, "test.plugin", false).add(new Shop(), "/shop");
        FakeClient client = FakeClient.join(registry.dispatcher(), "/shop");

        client.call("now", "");
        assertThat(lines.of("Shop.now failed")).isEqualTo(context(client, "now"));
        client.call("later", "");
        assertThat(lines.of("Shop.later failed")).isEqualTo(context(client, "later"));
        client.call("never", "");
        assertThat(lines.of("longer than it may")).isEqualTo(context(client, "never"));
        // One that finds its client busy is not run inline.
        Await.until(
                "inline",
                () -> {
                    client.settle();
                    client.call("slow", "");
                    return lines.has("is inline and took");
                });
        assertThat(lines.of("is inline and took")).isEqualTo(context(client, "slow"));
        assertThat(ofThisThread()).isEmpty();
    }

    @Test
    void aHandlerThatCannotBeBoundNamesItsPlugin() {
        Plugins.serving(registry, new Unbound());

        assertThat(lines.of("Handler is not in service"))
                .isEqualTo(Map.of("plugin", "test.plugin"));
    }

    private static Map<String, String> context(FakeClient client, String event) {
        return Map.of(
                "plugin",
                "test.plugin",
                "namespace",
                "/shop",
                "socket",
                client.id(),
                "event",
                event);
    }

    private static Map<String, String> ofThisThread() {
        Map<String, String> context = new TreeMap<>();
        LogContext.tell(context::put);
        return context;
    }
}

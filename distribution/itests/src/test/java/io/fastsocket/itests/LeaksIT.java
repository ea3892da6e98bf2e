package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plugins that leave something behind are found, and what they left is named. */
class LeaksIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** By the kind that is reported: what a component does when it is activated. */
    private static final Map<String, String> LEAKS = new LinkedHashMap<>();

    static {
        LEAKS.put(
                "thread",
                """
                Thread.ofPlatform().name("leaky-thread").daemon().start(() -> {
                    while (true) java.util.concurrent.locks.LockSupport.park(this);
                });
                """);
        LEAKS.put(
                "thread-local",
                """
                ThreadLocal<Object> local = new ThreadLocal<>();
                java.util.concurrent.CompletableFuture
                        .delayedExecutor(1, java.util.concurrent.TimeUnit.MILLISECONDS, Runnable::run)
                        .execute(() -> local.set(this));
                """);
        LEAKS.put("static-field", "System.getProperties().put(\"leaky\", this);");
        LEAKS.put(
                "timer",
                """
                new java.util.Timer("leaky-timer", true).schedule(new java.util.TimerTask() {
                    public void run() {}
                }, 3_600_000, 3_600_000);
                """);
        LEAKS.put(
                "mbean",
                """
                try {
                    java.lang.management.ManagementFactory.getPlatformMBeanServer().registerMBean(
                            new javax.management.StandardMBean(this, Runnable.class),
                            new javax.management.ObjectName("leaky:type=Leak"));
                } catch (javax.management.JMException e) { throw new IllegalStateException(e); }
                """);
        LEAKS.put("shutdown-hook", "Runtime.getRuntime().addShutdownHook(new Thread(this));");
        LEAKS.put(
                "jackson",
                """
                try {
                    new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(new Bean("x"));
                } catch (java.io.IOException e) { throw new IllegalStateException(e); }
                """);
        LEAKS.put(
                "logging",
                """
                java.util.logging.Logger.getLogger("").addHandler(new java.util.logging.Handler() {
                    public void publish(java.util.logging.LogRecord line) {}
                    public void flush() {}
                    public void close() {}
                });
                """);
        // One of its own: those of Schedulers end with the revision that uses them.
        LEAKS.put(
                "rxjava",
                """
                io.reactivex.rxjava3.plugins.RxJavaPlugins.createComputationScheduler(
                                java.util.concurrent.Executors.defaultThreadFactory())
                        .schedulePeriodicallyDirect(this, 1, 1, java.util.concurrent.TimeUnit.HOURS);
                """);
        LEAKS.put(
                "jdbc-driver",
                """
                try {
                    java.sql.DriverManager.registerDriver(new java.sql.Driver() {
                        public java.sql.Connection connect(String url, java.util.Properties info) { return null; }
                        public boolean acceptsURL(String url) { return false; }
                        public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) {
                            return new java.sql.DriverPropertyInfo[0];
                        }
                        public int getMajorVersion() { return 1; }
                        public int getMinorVersion() { return 0; }
                        public boolean jdbcCompliant() { return false; }
                        public java.util.logging.Logger getParentLogger() { return null; }
                    });
                } catch (java.sql.SQLException e) { throw new IllegalStateException(e); }
                """);
    }

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        Path home = Product.newHome("leaks");
        Files.createDirectories(home.resolve("etc"));
        Files.writeString(
                home.resolve("etc/io.fastsocket.plugins.cfg"), "removeGrace=0\ncollectTime=500\n");
        product = Product.startIn(home);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static JsonNode ask(String... words) {
        return Product.json(type(words).out());
    }

    private static Command type(String... words) {
        List<String> all =
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--json", "--home", product.home().toString()))
                        .toList();
        return Product.command(all.toArray(String[]::new));
    }

    private static Path plugin(String name, String activate) {
        return PluginJar.named(name, "1.0.0")
                .handler(
                        """
                        public record Bean(String text) {}
                        public static final class Task implements Runnable {
                            Task() { %s }
                            public void run() {}
                        }
                        @Activate void activate() { new Task(); }
                        @OnEvent("%s") String answer() { return "yes"; }
                        """
                                .formatted(activate, name))
                .library(inRepository("io/reactivex"))
                .library(inRepository("org/reactivestreams"))
                .build();
    }

    private static Path inRepository(String folder) {
        try (Stream<Path> files = Files.walk(Setup.product().resolve("repo").resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesWhatHoldsEachOfTenAndNothingOfAnother() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, String> leak : LEAKS.entrySet()) {
            String name = "leaky." + leak.getKey().replace('-', '_');
            names.add(name);
            product.deploy(plugin(name, leak.getValue()), name + ".jar");
        }
        names.add("clean");
        product.deploy(plugin("clean", ""), "clean.jar");
        Await.until("all in service", PATIENCE, () -> inService(names) == names.size());
        names.forEach(name -> product.delete(name + ".jar"));
        Await.until(
                "the clean one is collected",
                PATIENCE,
                () ->
                        ask("plugin", "info", "clean")
                                .toString()
                                .contains("collectedAfterMillis\":"));

        Command command = type("plugin", "leaks");
        assertThat(command.exitCode()).as(command.err()).isEqualTo(1);
        assertThat(command.err()).contains("stand still for about");
        JsonNode leaks = Product.json(command.out()).path("leaks");
        Set<String> found = new TreeSet<>();
        for (JsonNode leak : leaks) {
            String name = leak.path("name").asText();
            assertThat(found.add(name)).as("once: %s", leak).isTrue();
            assertThat(name).isEqualTo("leaky." + leak.path("kind").asText().replace('-', '_'));
            assertThat(leak.path("holder").asText()).contains(name + ".Handler$");
            assertThat(leak.path("path").get(leak.path("path").size() - 1).asText())
                    .startsWith(name + ".Handler$")
                    .endsWith(", a class of the plugin");
        }
        assertThat(found).hasSize(LEAKS.size());
        assertThat(leaks.toString())
                .contains("thread \\\"leaky-thread\\\"")
                .contains("thread \\\"leaky-timer\\\"")
                .contains("static field java.lang.System.props")
                .contains("static field java.lang.ApplicationShutdownHooks.hooks")
                .contains("static field java.sql.DriverManager.registeredDrivers")
                .contains("com.fasterxml.jackson.databind.type.TypeFactory._typeCache")
                .contains("java.util.logging.LogManager$RootLogger.config");
        assertThat(product.home().resolve("var/leaks")).doesNotExist();
        assertThat(ask("plugin", "info", "leaky.timer").at("/0/outOfService/0/held").asBoolean())
                .isTrue();
    }

    private static long inService(Set<String> names) {
        long active = 0;
        for (JsonNode plugin : ask("plugin", "list")) {
            if (names.contains(plugin.path("name").asText())) {
                active += plugin.path("state").asText().equals("active") ? 1 : 0;
            }
        }
        return active;
    }
}

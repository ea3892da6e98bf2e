package io.fastsocket.logging.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.spi.observe.LogContext;
import io.fastsocket.spi.observe.LogControl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.log.LogService;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;

/** The shipped configuration in Felix with pax-logging. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
final class LoggingTest {

    private static final Logger LOG = LoggerFactory.getLogger(LoggingTest.class);

    @InjectBundleContext BundleContext context;
    @InjectService LogService osgi;
    @InjectService LogControl control;

    private Path configuration;
    private String shipped;
    private LogFile log;

    @BeforeEach
    void find() throws IOException {
        Path home = Path.of(context.getProperty("fastsocket.home"));
        configuration = home.resolve("etc/log4j2.properties");
        shipped = Files.readString(configuration);
        log = new LogFile(home);
    }

    @AfterEach
    void restore() throws IOException {
        if (!shipped.equals(Files.readString(configuration))) {
            edit(shipped);
            until(() -> LOG.isInfoEnabled() && !LOG.isDebugEnabled());
        }
    }

    @Test
    void aLineHasItsFields() throws IOException {
        MDC.put("plugin", "org.example.chat");
        MDC.put("socket", "s-1");
        MDC.put("event", "message");
        LOG.warn("with {} fields", "many");
        MDC.clear();

        JsonNode line = log.line("with many fields");
        assertThat(Instant.parse(line.get("timestamp").asText()))
                .isBetween(Instant.now().minusSeconds(600), Instant.now());
        assertThat(line.get("level").asText()).isEqualTo("WARN");
        assertThat(line.get("logger").asText()).isEqualTo(LoggingTest.class.getName());
        assertThat(line.get("bundle").asText()).isEqualTo("io.fastsocket.logging-tests");
        assertThat(line.get("thread").asText()).isEqualTo(Thread.currentThread().getName());
        assertThat(line.get("plugin").asText()).isEqualTo("org.example.chat");
        assertThat(line.get("socket").asText()).isEqualTo("s-1");
        assertThat(line.get("event").asText()).isEqualTo("message");
    }

    @Test
    void whoeverRunsHandlersTellsWhomALineIsAbout() throws IOException {
        Thread logging = Thread.currentThread();
        LogContext shop =
                fields -> {
                    assertThat(Thread.currentThread()).isSameAs(logging);
                    fields.accept("plugin", "org.example.shop");
                    fields.accept("namespace", "/shop");
                };
        ServiceRegistration<?> registration = context.registerService(LogContext.class, shop, null);
        LOG.warn("with somebody who knows");
        registration.unregister();
        LOG.warn("with nobody who knows");

        JsonNode line = log.line("with somebody who knows");
        assertThat(line.get("plugin").asText()).isEqualTo("org.example.shop");
        assertThat(line.get("namespace").asText()).isEqualTo("/shop");
        assertThat(log.line("with nobody who knows").has("plugin")).isFalse();
    }

    @Test
    void aLevelStaysWhenNobodyUsesTheServiceAnyMore() {
        ServiceReference<LogControl> reference = context.getServiceReference(LogControl.class);
        context.getService(reference).level("some.kept", "trace", Duration.ofHours(1));
        context.ungetService(reference);

        assertThat(control.levels()).containsEntry("some.kept", "trace");
        assertThat(control.temporary().get("some.kept")).isAfter(Instant.now());
        control.level("some.kept", "inherit", null);
        assertThat(control.temporary()).isEmpty();
    }

    @Test
    void fieldsWithoutAValueAreLeftOut() throws IOException {
        LOG.info("plain \"text\"\nof two lines");

        assertThat(log.line("plain \"text\"\nof two lines").fieldNames())
                .toIterable()
                .containsExactly("timestamp", "level", "logger", "bundle", "thread", "message");
    }

    @Test
    void anExceptionKeepsItsStackTrace() throws IOException {
        LOG.error("thrown", new IllegalStateException("out of cheese"));

        assertThat(log.line("thrown").get("thrown").asText())
                .contains("IllegalStateException: out of cheese", "at io.fastsocket.logging");
    }

    @Test
    void otherLoggingApisArriveToo() throws IOException {
        java.util.logging.Logger.getLogger("some.jul").warning("by java.util.logging");
        osgi.getLogger("some.osgi").warn("by the log service");

        assertThat(log.line("by java.util.logging").get("logger").asText()).isEqualTo("some.jul");
        assertThat(log.line("by the log service").get("logger").asText()).isEqualTo("some.osgi");
    }

    @Test
    void errorsOfTheFrameworkAreLogged() throws Exception {
        ServiceListener broken =
                event -> {
                    throw new IllegalStateException("a listener that breaks");
                };
        context.addServiceListener(broken, "(objectClass=" + FrameworkEvent.class.getName() + ")");
        context.registerService(
                FrameworkEvent.class,
                new FrameworkEvent(FrameworkEvent.INFO, context.getBundle(), null),
                null);
        context.removeServiceListener(broken);

        assertThat(log.line("FrameworkEvent ERROR").get("thrown").asText())
                .contains("a listener that breaks");
    }

    @Test
    void anEditedLevelTakesEffect() throws IOException {
        assertThat(LOG.isDebugEnabled()).isFalse();

        edit(shipped.replace("rootLogger.level = info", "rootLogger.level = debug"));

        until(LOG::isDebugEnabled);
        LOG.debug("seen after the edit");
        assertThat(log.line("seen after the edit").get("level").asText()).isEqualTo("DEBUG");
    }

    @Test
    void anEditWithAMistakeChangesNothingAndIsNamed() throws IOException {
        edit(shipped.replace("rootLogger.level = info", "rootLogger.level = loud"));

        JsonNode line = log.line("rootLogger.level = loud");

        assertThat(line.get("level").asText()).isEqualTo("ERROR");
        assertThat(line.get("message").asText())
                .contains(
                        configuration.toString(), "but allowed is one of off, fatal, error, warn");
        assertThat(LOG.isInfoEnabled()).isTrue();
        assertThat(LOG.isDebugEnabled()).isFalse();
    }

    @Test
    void aLevelIsGivenForAWhile() throws IOException {
        control.level("io.fastsocket.logging.inside", "DEBUG", Duration.ofHours(1));
        assertThat(control.levels()).containsEntry("io.fastsocket.logging.inside", "debug");
        LOG.debug("seen for a while");
        log.line("seen for a while");

        control.level("io.fastsocket.logging.inside", "DEBUG", Duration.ofMillis(50));
        until(() -> !LOG.isDebugEnabled());
        assertThat(control.levels()).doesNotContainKey("io.fastsocket.logging.inside");
    }

    @Test
    void aLevelIsGivenAndTakenAway() {
        control.level("some.jul", "trace", null);
        assertThat(java.util.logging.Logger.getLogger("some.jul").isLoggable(Level.FINEST))
                .isTrue();
        control.level("some.jul", "inherit", null);
        assertThat(java.util.logging.Logger.getLogger("some.jul").isLoggable(Level.FINEST))
                .isFalse();
        assertThatThrownBy(() -> control.level("some.jul", "loud", null))
                .hasMessage(
                        "loud is no level; there are trace, debug, info, warn, error, off,"
                                + " inherit");
        assertThat(control.levels()).containsEntry("ROOT", "info").doesNotContainKey("some.jul");
    }

    @Test
    void equalErrorsAreFolded() throws IOException {
        long before = control.folded();
        for (int i = 0; i < 1000; i++) {
            LOG.error("failed, reference {}", i, new IllegalStateException("flood"));
        }

        JsonNode folded = log.line("Repeated 990 times");
        assertThat(folded.get("repeated").asText()).isEqualTo("990");
        assertThat(control.folded() - before).isEqualTo(990);
        assertThat(log.line("failed, reference 0").get("thrown").asText()).contains("flood");
        assertThat(log.line("failed, reference 9").has("thrown")).isFalse();
    }

    @Test
    void librariesAreQuiet() {
        for (String library :
                List.of("org.apache.felix.scr", "org.eclipse.jetty", "Events", "ROOT")) {
            Logger logger = LoggerFactory.getLogger(library);
            assertThat(logger.isWarnEnabled()).isTrue();
            assertThat(logger.isInfoEnabled()).isFalse();
        }
    }

    private void edit(String text) throws IOException {
        Files.writeString(configuration, text);
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}

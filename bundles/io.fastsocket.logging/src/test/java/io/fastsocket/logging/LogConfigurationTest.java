package io.fastsocket.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class LogConfigurationTest {

    @TempDir Path folder;

    @Test
    void theShippedFileHasNoMistakes() throws IOException {
        Path shipped = Path.of("../../distribution/runtime/src/main/etc/log4j2.properties");

        assertThat(LogConfiguration.read(shipped).mistakes()).isEmpty();
    }

    @Test
    void aWrongLevelIsNamedWithWhatIsAllowed() throws IOException {
        assertThat(mistakes("logger.chat.level = verbose"))
                .containsExactly(
                        "logger.chat.level = verbose, but allowed is one of off, fatal, error,"
                                + " warn, info, debug, trace, all");
    }

    @Test
    void levelsMayBeInCapitalsShortOrLookedUp() throws IOException {
        assertThat(
                        mistakes(
                                """
                                appender.c.name = console
                                rootLogger = WARN, console
                                logger.a.level = ${env:LEVEL:-info}
                                logger.b = Debug
                                """))
                .isEmpty();
    }

    @Test
    void aReferenceToNoAppenderIsNamed() throws IOException {
        assertThat(
                        mistakes(
                                """
                                appender.c.name = console
                                rootLogger.appenderRef.c.ref = consle
                                """))
                .containsExactly(
                        "rootLogger.appenderRef.c.ref = consle, but allowed is the name of an"
                                + " appender: console");
    }

    @Test
    void allMistakesAreReportedTogether() throws IOException {
        assertThat(mistakes("rootLogger.level = 1\nlogger.x.level = 2")).hasSize(2);
    }

    @Test
    void whatIsNoPropertiesFileCannotBeRead() {
        assertThatThrownBy(() -> mistakes("rootLogger.level = \\u00"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a properties file");
    }

    private List<String> mistakes(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("log4j2.properties"), text);
        return LogConfiguration.read(file).mistakes();
    }
}

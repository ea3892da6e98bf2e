package io.fastsocket.logging.log4j;

import static io.fastsocket.logging.log4j.Recording.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class FolderTest {

    private final Folder folder = new Folder();

    @Test
    void ofAFloodTenAreWrittenAndTheRestIsCounted() {
        List<LogEvent> written = new ArrayList<>();
        for (int i = 0; i < 4322; i++) {
            LogEvent line = folder.fold(event(Level.ERROR, boom(), "failed, reference {}", i), 0);
            if (line != null) {
                written.add(line);
            }
        }

        assertThat(written).hasSize(10);
        assertThat(folder.due(Folder.WINDOW - 1, false)).isEmpty();
        LogEvent summary = folder.due(Folder.WINDOW, false).getFirst();
        assertThat(summary.getMessage().getFormattedMessage())
                .isEqualTo("Repeated 4,312 times in 10 s: failed, reference 4321");
        assertThat(summary.getLevel()).isEqualTo(Level.ERROR);
        assertThat(summary.getLoggerName()).isEqualTo("org.example");
        assertThat((String) summary.getContextData().getValue("repeated")).isEqualTo("4312");
    }

    @Test
    void theStackTraceIsWrittenOnce() {
        IllegalStateException boom = boom();
        LogEvent first = folder.fold(event(Level.ERROR, boom, "failed, reference {}", 1), 0);
        LogEvent second = folder.fold(event(Level.ERROR, boom, "failed, reference {}", 2), 0);

        assertThat(first.getThrown()).isNotNull();
        assertThat(second.getThrown()).isNull();
        assertThat(second.getMessage().getFormattedMessage())
                .isEqualTo(
                        "failed, reference 2 (java.lang.IllegalStateException: boom; stack trace"
                                + " further up)");
    }

    @Test
    void aFloodThatGoesOnIsOneLineAWindow() {
        for (int i = 0; i < 100; i++) {
            folder.fold(event(Level.WARN, "full"), 0);
        }
        assertThat(folder.due(Folder.WINDOW, false)).hasSize(1);
        for (int i = 0; i < 100; i++) {
            assertThat(folder.fold(event(Level.WARN, "full"), Folder.WINDOW + 1)).isNull();
        }
        assertThat(folder.due(2 * Folder.WINDOW, false).getFirst().getMessage())
                .hasToString("Repeated 100 times in 10 s: full");
    }

    @Test
    void afterAWindowOfSilenceAnErrorIsNewAgain() {
        folder.fold(event(Level.ERROR, boom(), "failed"), 0);
        folder.due(Folder.WINDOW, false);
        folder.due(2 * Folder.WINDOW, false);

        assertThat(folder.busy()).isFalse();
        assertThat(folder.fold(event(Level.ERROR, boom(), "failed"), 3 * Folder.WINDOW).getThrown())
                .isNotNull();
    }

    @Test
    void differentErrorsAndLinesBelowWarningAreLeftAlone() {
        for (int i = 0; i < 100; i++) {
            assertThat(folder.fold(event(Level.WARN, "socket {} is slow", i), 0)).isNotNull();
            assertThat(folder.fold(event(Level.INFO, "tick"), 0)).isNotNull();
        }
    }

    @Test
    void kindsAreBounded() {
        for (int i = 0; i < 1000; i++) {
            folder.fold(event(Level.WARN, "{}", i), 0);
        }
        folder.due(1, false);

        assertThat(folder.due(1, true)).isEmpty();
        for (int i = 0; i < 20; i++) {
            folder.fold(event(Level.WARN, "full"), 2);
        }
        assertThat(folder.due(3, true)).hasSize(1);
    }

    private static IllegalStateException boom() {
        return new IllegalStateException("boom");
    }
}

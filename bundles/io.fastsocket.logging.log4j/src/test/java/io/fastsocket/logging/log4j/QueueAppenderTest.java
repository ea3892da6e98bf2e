package io.fastsocket.logging.log4j;

import static io.fastsocket.logging.log4j.Recording.event;
import static io.fastsocket.logging.log4j.Recording.until;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AppenderLoggingException;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

final class QueueAppenderTest {

    private QueueAppender queue;

    @AfterEach
    void stop() {
        LogBackend.context(null);
        queue.stop(1, TimeUnit.SECONDS);
    }

    @Test
    void linesArriveInOrderFromAnotherThread() {
        Recording target = queue(100, event -> {});
        for (int i = 0; i < 50; i++) {
            queue.append(event(Level.INFO, "line {}", i));
        }
        until(() -> target.events.size() == 50);
        assertThat(target.messages()).startsWith("line 0", "line 1").endsWith("line 49");
        assertThat(target.events.getFirst().getThreadName())
                .isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void whoeverLogsDoesNotWaitAndLossesAreTold() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        Recording target = queue(8, event -> await(stuck));
        long before = LogBackend.dropped();
        for (int i = 0; i < 1000; i++) {
            queue.append(event(Level.INFO, "line"));
        }
        for (int i = 0; i < 3; i++) {
            queue.append(event(Level.ERROR, "matters {}", i));
        }
        stuck.countDown();

        until(() -> target.messages().stream().anyMatch(m -> m.contains("left out")));
        LogEvent told = target.events.getLast();
        assertThat(told.getMessage().getFormattedMessage())
                .matches(
                        "99\\d lines left out \\(.*99\\d info\\) in .* s: more was logged than .*");
        assertThat(told.getLevel()).isEqualTo(Level.WARN);
        assertThat(LogBackend.dropped() - before)
                .isEqualTo(Long.parseLong(told.getContextData().getValue("dropped")));
        assertThat(target.messages()).contains("matters 0");
    }

    @Test
    void whatCannotBeWrittenIsMissedUntilItCanAgain() {
        boolean[] full = {true};
        Recording target =
                queue(
                        1000,
                        event -> {
                            if (full[0]) {
                                throw new AppenderLoggingException(
                                        new IOException("No space left on device"));
                            }
                        });
        long before = LogBackend.dropped();
        queue.append(event(Level.INFO, "lost"));
        until(() -> LogBackend.dropped() > before);
        full[0] = false;
        until(
                () -> {
                    queue.append(event(Level.INFO, "again"));
                    return !target.events.isEmpty();
                });

        until(() -> target.messages().contains("again"));
        assertThat(target.messages().getFirst())
                .matches(
                        "The log is written again: up to [\\d,]+ lines are missing from \\d+ s \\(No"
                                + " space left on device\\)");
        assertThat(target.messages()).doesNotContain("lost");
    }

    @Test
    void aLineWhoseTextThrowsIsNamed() {
        Recording target =
                queue(
                        10,
                        event -> {
                            if (event.getThrown() != null) {
                                throw new IllegalStateException("no text");
                            }
                        });
        queue.append(event(Level.ERROR, new IllegalStateException(), "failed"));
        until(() -> !target.events.isEmpty());
        assertThat(target.messages().getFirst()).startsWith("A line of org.example has no text");
    }

    @Test
    void whatWentThroughTheFrameworkIsOneLineWithItsCause() {
        Recording target = queue(10, event -> {});
        Exception cause = new IllegalStateException("no database\nat all");
        Exception byFramework = new java.io.IOException(cause);
        byFramework.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("org.apache.felix.scr.impl.X", "make", "X.java", 1)
                });
        queue.append(event(Level.ERROR, byFramework, "not made"));
        queue.append(event(Level.ERROR, cause, "of a handler"));

        until(() -> target.events.size() == 2);
        assertThat(target.messages())
                .containsExactly(
                        "not made: java.lang.IllegalStateException: no database", "of a handler");
        assertThat(target.events.getFirst().getThrown()).isNull();
        assertThat(target.events.getLast().getThrown()).isSameAs(cause);
    }

    @Test
    void fieldsComeFromTheThreadThatLogs() {
        Recording target = queue(10, event -> {});
        String here = Thread.currentThread().getName();
        LogBackend.context(fields -> fields.accept("plugin", Thread.currentThread().getName()));
        queue.append(event(Level.INFO, "line"));
        until(() -> !target.events.isEmpty());
        assertThat((String) target.events.getFirst().getContextData().getValue("plugin"))
                .isEqualTo(here);
    }

    @Test
    void whatIsInTheQueueIsWrittenAtTheEnd() {
        Recording target = queue(1000, event -> {});
        for (int i = 0; i < 100; i++) {
            queue.append(event(Level.WARN, "same"));
        }
        queue.stop(60, TimeUnit.SECONDS);
        assertThat(target.messages()).hasSize(11);
        assertThat(target.messages().getLast()).startsWith("Repeated 90 times");
        assertThat(target.isStopped()).isTrue();
    }

    private Recording queue(int lines, Consumer<LogEvent> first) {
        Recording target = new Recording(first);
        queue =
                QueueAppender.create(
                        "test", lines, 0, 0, false, null, target, new NullConfiguration());
        queue.start();
        return target;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

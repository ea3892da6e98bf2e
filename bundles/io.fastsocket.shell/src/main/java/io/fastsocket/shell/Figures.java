package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
final class Figures {

    private static final long MICROS_PER_MILLI = 1000;

    private Figures() {}

    /** A short time; for programs, in microseconds. Zero means that there is none. */
    static Cell brief(Duration time) {
        long micros = time.toNanos() / 1000;
        if (time.isZero()) {
            return Cell.of("", null);
        }
        String text =
                micros < MICROS_PER_MILLI
                        ? micros + " \u00b5s"
                        : micros < 10 * MICROS_PER_MILLI
                                ? String.format(Locale.ROOT, "%.1f ms", micros / 1000.0)
                                : micros / MICROS_PER_MILLI + " ms";
        return Cell.of(text, micros);
    }

    /** A size in bytes, as people say it. */
    static String bytes(long bytes) {
        if (bytes < 10L << 20) {
            return bytes < 10L << 10 ? count(bytes, "byte") : (bytes >> 10) + " KiB";
        }
        return bytes < 10L << 30 ? (bytes >> 20) + " MiB" : (bytes >> 30) + " GiB";
    }

    /** A number and what is counted, in the singular or the plural. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

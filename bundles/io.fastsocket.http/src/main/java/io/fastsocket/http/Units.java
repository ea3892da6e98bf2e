package io.fastsocket.http;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Units {

    private static final double NANOS_PER_MILLI = 1e6;

    private Units() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The two largest units suffice for people. */
    static String ofTime(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() + " s";
    }

    /** A dash for nothing measured. */
    static String ofLatency(Duration latency) {
        if (latency.isZero()) {
            return "–";
        }
        double millis = latency.toNanos() / NANOS_PER_MILLI;
        return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.0f ms", millis);
    }
}

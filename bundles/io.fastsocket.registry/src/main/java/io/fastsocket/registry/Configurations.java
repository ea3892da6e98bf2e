package io.fastsocket.registry;

import io.fastsocket.registry.routing.Settings;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Reads and checks the configuration. */
final class Configurations {

    private static final String FILE = "etc/io.fastsocket.registry.cfg";

    private Configurations() {}

    /** Throws IllegalArgumentException naming file, key, value and what is allowed. */
    static Settings settings(RegistryConfiguration from) {
        return new Settings(
                (int) check("queueLimit", from::queueLimit, 2, 1_000_000),
                check("queueBytes", from::queueBytes, 1000, 1_000_000_000),
                millis("parkTime", from::parkTime, 0, 600_000),
                (int) check("parkLimit", from::parkLimit, 0, 10_000_000),
                check("parkBytes", from::parkBytes, 0, 100_000_000_000L),
                millis("inlineLimit", from::inlineLimit, 1, 60_000),
                (int) check("inlineOverruns", from::inlineOverruns, 1, 1_000_000),
                millis("callWait", from::callWait, 0, 600_000),
                (int) check("subscriptionLimit", from::subscriptionLimit, 0, 100_000),
                PluginLimits.of(FILE, from));
    }

    private static Duration millis(String key, LongSupplier value, long min, long max) {
        return Duration.ofMillis(check(key, value, min, max));
    }

    static long check(String key, LongSupplier value, long min, long max) {
        long number;
        try {
            number = value.getAsLong();
        } catch (RuntimeException e) {
            // Declarative Services refuses what is no number by an exception of its own.
            throw new IllegalArgumentException(sentence(key, e.getMessage(), min, max), e);
        }
        if (number < min || number > max) {
            throw new IllegalArgumentException(sentence(key, "is " + number, min, max));
        }
        return number;
    }

    private static String sentence(String key, String fault, long min, long max) {
        return FILE + ": " + key + " must be a number from " + min + " to " + max + ": " + fault;
    }
}

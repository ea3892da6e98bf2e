package io.fastsocket.registry;

import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.LimitTable;
import io.fastsocket.registry.isolation.Limits;
import io.fastsocket.registry.routing.Settings;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Settings that differ from the defaults in what a test is about. */
final class Given {

    private int queueLimit = Settings.DEFAULTS.queueLimit();
    private long queueBytes = Settings.DEFAULTS.queueBytes();
    private Duration parkTime = Settings.DEFAULTS.parkTime();
    private int parkLimit = Settings.DEFAULTS.parkLimit();
    private long parkBytes = Settings.DEFAULTS.parkBytes();
    private Duration callWait = Settings.DEFAULTS.callWait();
    private int subscriptionLimit = Settings.DEFAULTS.subscriptionLimit();
    private LimitTable limits = Settings.DEFAULTS.limits();

    private Given() {}

    private static Settings but(Consumer<Given> change) {
        Given given = new Given();
        change.accept(given);
        return new Settings(
                given.queueLimit,
                given.queueBytes,
                given.parkTime,
                given.parkLimit,
                given.parkBytes,
                Settings.DEFAULTS.inlineLimit(),
                Settings.DEFAULTS.inlineOverruns(),
                given.callWait,
                given.subscriptionLimit,
                given.limits);
    }

    static Settings queueLimit(int queueLimit) {
        return but(given -> given.queueLimit = queueLimit);
    }

    static Settings parkTime(Duration parkTime) {
        return but(given -> given.parkTime = parkTime);
    }

    static Settings parking(Duration parkTime, int parkLimit) {
        return but(
                given -> {
                    given.parkTime = parkTime;
                    given.parkLimit = parkLimit;
                });
    }

    static Settings bytes(long queueBytes, long parkBytes) {
        return but(
                given -> {
                    given.queueBytes = queueBytes;
                    given.parkTime = Duration.ofMinutes(1);
                    given.parkBytes = parkBytes;
                });
    }

    static Settings handlerTimeout(Duration handlerTimeout) {
        return limits(
                Limits.DEFAULTS.with(Limit.HANDLER_TIMEOUT, handlerTimeout.toMillis()), Map.of());
    }

    static Settings limits(Limits all, Map<String, Limits> plugins) {
        return but(given -> given.limits = new LimitTable(all, plugins));
    }

    static Settings callWait(Duration callWait) {
        return but(given -> given.callWait = callWait);
    }

    static Settings subscriptionLimit(int subscriptionLimit) {
        return but(given -> given.subscriptionLimit = subscriptionLimit);
    }
}

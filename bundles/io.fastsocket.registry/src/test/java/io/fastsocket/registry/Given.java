package io.fastsocket.registry;

import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.LimitTable;
import io.fastsocket.registry.isolation.Limits;
import io.fastsocket.registry.routing.Settings;

import java.time.Duration;
import java.util.Map;

/** Settings that differ from the defaults in one thing. */
final class Given {

    private Given() {}

    static Settings parkTime(Duration parkTime) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                d.queueBytes(),
                parkTime,
                d.parkLimit(),
                d.parkBytes(),
                d.inlineLimit(),
                d.inlineOverruns(),
                d.callWait(),
                d.subscriptionLimit(),
                d.limits());
    }

    static Settings handlerTimeout(Duration handlerTimeout) {
        return limits(
                Limits.DEFAULTS.with(Limit.HANDLER_TIMEOUT, handlerTimeout.toMillis()), Map.of());
    }

    static Settings limits(Limits all, Map<String, Limits> plugins) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                d.queueBytes(),
                d.parkTime(),
                d.parkLimit(),
                d.parkBytes(),
                d.inlineLimit(),
                d.inlineOverruns(),
                d.callWait(),
                d.subscriptionLimit(),
                new LimitTable(all, plugins));
    }

    static Settings callWait(Duration callWait) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                d.queueBytes(),
                d.parkTime(),
                d.parkLimit(),
                d.parkBytes(),
                d.inlineLimit(),
                d.inlineOverruns(),
                callWait,
                d.subscriptionLimit(),
                d.limits());
    }

    static Settings subscriptionLimit(int subscriptionLimit) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                d.queueBytes(),
                d.parkTime(),
                d.parkLimit(),
                d.parkBytes(),
                d.inlineLimit(),
                d.inlineOverruns(),
                d.callWait(),
                subscriptionLimit,
                d.limits());
    }

    static Settings bytes(long queueBytes, long parkBytes) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                queueBytes,
                Duration.ofMinutes(1),
                d.parkLimit(),
                parkBytes,
                d.inlineLimit(),
                d.inlineOverruns(),
                d.callWait(),
                d.subscriptionLimit(),
                d.limits());
    }
}

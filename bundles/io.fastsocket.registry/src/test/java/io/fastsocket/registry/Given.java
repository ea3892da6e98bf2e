package io.fastsocket.registry;

import io.fastsocket.registry.routing.Settings;

import java.time.Duration;

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
                d.handlerTimeout(),
                d.inlineLimit(),
                d.inlineOverruns(),
                d.callWait(),
                d.overrunLimit());
    }

    static Settings handlerTimeout(Duration handlerTimeout) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                d.queueBytes(),
                d.parkTime(),
                d.parkLimit(),
                d.parkBytes(),
                handlerTimeout,
                d.inlineLimit(),
                d.inlineOverruns(),
                d.callWait(),
                d.overrunLimit());
    }

    static Settings callWait(Duration callWait) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                d.queueBytes(),
                d.parkTime(),
                d.parkLimit(),
                d.parkBytes(),
                d.handlerTimeout(),
                d.inlineLimit(),
                d.inlineOverruns(),
                callWait,
                d.overrunLimit());
    }

    static Settings bytes(long queueBytes, long parkBytes) {
        Settings d = Settings.DEFAULTS;
        return new Settings(
                d.queueLimit(),
                queueBytes,
                Duration.ofMinutes(1),
                d.parkLimit(),
                parkBytes,
                d.handlerTimeout(),
                d.inlineLimit(),
                d.inlineOverruns(),
                d.callWait(),
                d.overrunLimit());
    }
}

package io.fastsocket.launcher;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A main setting, and its name in each place where it can be set. */
enum Setting {
    HOST("127.0.0.1"),
    PORT("9092"),
    HTTP_PORT("8080"),
    FEATURES("core,logging,plugins,transport,http,shell,asyncapi,telemetry,operator");

    private final String defaultValue;

    Setting(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    String defaultValue() {
        return defaultValue;
    }

    /** Its key in {@code etc/fastsocket.properties}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    String variable() {
        return "FASTSOCKET_" + name();
    }

    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> keys() {
        return Stream.of(values()).map(Setting::key).toList();
    }
}

package io.fastsocket.launcher;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.EnumMap;
import java.util.Map;

/** The options that stand for the main settings. Their values are checked by the reader. */
final class SettingsOptions {

    @Mixin private HomeOption home;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on (FASTSOCKET_HOST), else 127.0.0.1.")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The Socket.IO port (FASTSOCKET_PORT), else 9092; 0 takes a free one.")
    private String port;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "The HTTP port (FASTSOCKET_HTTP_PORT), else 8080; 0 takes a free one.")
    private String httpPort;

    @Option(
            names = "--features",
            paramLabel = "NAMES",
            description = "What to switch on, by commas (FASTSOCKET_FEATURES), else everything.")
    private String features;

    /** The settings of an instance, whose home is made ready to be used. */
    Settings read(Installation installation) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        put(options, Setting.HOST, host);
        put(options, Setting.PORT, port);
        put(options, Setting.HTTP_PORT, httpPort);
        put(options, Setting.FEATURES, features);
        Home folder = home.home(installation);
        folder.prepare(installation);
        return new SettingsReader(System.getenv(), options).read(folder);
    }

    private static void put(Map<Setting, String> options, Setting setting, String value) {
        if (value != null) {
            options.put(setting, value);
        }
    }
}

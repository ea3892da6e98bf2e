package io.fastsocket.launcher;

import java.util.List;
import java.util.Map;

/**
 * The main settings of one run, each checked.
 *
 * @param home the instance's folder
 * @param host the address to listen on
 * @param port the Socket.IO port; 0 takes a free one
 * @param httpPort the HTTP port; 0 takes a free one
 * @param features the names of the features to switch on
 * @param origins where each value was found, as a person would look for it
 */
record Settings(
        Home home,
        String host,
        int port,
        int httpPort,
        List<String> features,
        Map<Setting, String> origins) {

    Settings {
        features = List.copyOf(features);
        origins = Map.copyOf(origins);
    }

    /** Whether a feature is on that opens the Socket.IO port. */
    boolean speaksSocketIo() {
        return speaksSocketIo(features);
    }

    static boolean speaksSocketIo(List<String> features) {
        return features.contains("transport") || features.contains("transport-netty-socketio");
    }

    /** {@code etc/fastsocket.properties: port = 9092}: how messages name a setting. */
    String origin(Setting setting) {
        return origins.get(setting);
    }
}

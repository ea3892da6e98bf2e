package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.Configuration;

import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.http.Networks;
import io.fastsocket.transport.service.CommonSettings;
import io.fastsocket.transport.service.Values;
import io.fastsocket.transport.socketio.SocketIoSettings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The configuration, checked.
 *
 * @param engine what clients are told, and what is checked of them
 * @param socketIo for Socket.IO
 * @param trustedProxies who is believed what they say of the client
 * @param maxConnections of all clients together; 0 for any number
 * @param maxConnectionsPerAddress of one address; 0 for any number
 * @param stopTimeout milliseconds that events in flight have when the engine stops
 * @param disconnectOnStop whether clients are told not to come back by themselves
 * @param recoveryTime milliseconds that what clients miss is kept; 0 for not at all
 * @param recoveryBytes how much of it
 * @param library the library's own properties, as they were set
 */
record Settings(
        EngineSettings engine,
        SocketIoSettings socketIo,
        Networks trustedProxies,
        int maxConnections,
        int maxConnectionsPerAddress,
        int stopTimeout,
        boolean disconnectOnStop,
        int recoveryTime,
        int recoveryBytes,
        Map<String, Object> library) {

    /** What is checked here; all other keys are the library's. */
    private static final Set<String> OWN =
            Set.of(
                    "maxPackets",
                    "maxConnections",
                    "maxConnectionsPerAddress",
                    "connectTimeout",
                    "outboundLimit",
                    "maxAttachments",
                    "maxDepth",
                    "maxNamespaces",
                    "maxRooms",
                    "eventRate",
                    "eventBurst",
                    "stopTimeout",
                    "disconnectOnStop",
                    "allowedOrigins",
                    "allowedHosts",
                    "trustedProxies",
                    "recoveryTime",
                    "recoveryBytes");

    /**
     * Reads the configuration.
     *
     * @param values as Config Admin gives them: numbers, or text from a file
     * @throws IllegalArgumentException naming the file, the key, the value and what is allowed
     */
    static Settings of(Map<String, ?> values) {
        Values from = new Values(NettySocketioTransport.PID, values);
        Map<String, Object> library = library(values);
        return new Settings(
                engine(from, LibraryProperties.configuration(from, library.keySet())),
                CommonSettings.socketIo(from),
                CommonSettings.trustedProxies(from),
                from.number("maxConnections", 0, 10_000_000),
                from.number("maxConnectionsPerAddress", 0, 10_000_000),
                from.number("stopTimeout", 0, 30_000),
                from.flag("disconnectOnStop"),
                from.number("recoveryTime", 0, 86_400_000),
                from.number("recoveryBytes", 65_536, 2_000_000_000),
                library);
    }

    private static Map<String, Object> library(Map<String, ?> values) {
        Map<String, Object> library = new TreeMap<>();
        values.forEach(
                (key, value) -> {
                    if (!OWN.contains(key) && !isComponentModel(key)) {
                        library.put(key, value);
                    }
                });
        return library;
    }

    /** Keys with a meaning for every component, by the OSGi specifications. */
    private static boolean isComponentModel(String key) {
        return key.startsWith("service.")
                || key.startsWith("component.")
                || key.startsWith("felix.")
                || key.startsWith(".")
                || key.endsWith(".target");
    }

    private static EngineSettings engine(Values from, Configuration library) {
        String context = library.getContext();
        if (!context.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw from.bad(
                    "context", context, "a path that begins with a slash and ends without", null);
        }
        positive(from, "pingInterval", library.getPingInterval());
        positive(from, "pingTimeout", library.getPingTimeout());
        return new EngineSettings(
                context + "/",
                library.getPingInterval(),
                library.getPingTimeout(),
                Math.min(library.getMaxHttpContentLength(), library.getMaxFramePayloadLength()),
                from.number("maxPackets", 1, 1_000_000),
                0,
                0,
                library.getUpgradeTimeout(),
                from.number("outboundLimit", 65_536, 1_000_000_000),
                CommonSettings.origins(from),
                CommonSettings.hosts(from));
    }

    private static void positive(Values from, String key, int value) {
        if (value < 100) {
            throw from.bad(key, Integer.toString(value), "a whole number from 100", null);
        }
    }

    /** A configuration for one start of the library. */
    Configuration configuration() {
        Values from = new Values(NettySocketioTransport.PID, library);
        return LibraryProperties.configuration(from, library.keySet());
    }
}

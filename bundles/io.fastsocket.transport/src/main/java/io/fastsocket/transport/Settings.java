package io.fastsocket.transport;

import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.http.HttpDeadlines;
import io.fastsocket.transport.http.HttpSettings;
import io.fastsocket.transport.service.CommonSettings;
import io.fastsocket.transport.service.Values;
import io.fastsocket.transport.socketio.SocketIoSettings;
import io.fastsocket.transport.tls.PemFiles;

import java.nio.file.Path;
import java.util.Map;

/**
 * The configuration, checked.
 *
 * @param http for the HTTP side
 * @param tls the files of a certificate; null for no TLS
 * @param engine for Engine.IO
 * @param socketIo for Socket.IO
 * @param stopTimeout milliseconds that events in flight have when the engine stops
 * @param disconnectOnStop whether clients are told not to come back by themselves
 * @param recoveryTime milliseconds that what clients miss is kept; 0 for not at all
 * @param recoveryBytes how much of it
 * @param eventLoops threads that serve connections; 0 for one a processor
 */
record Settings(
        HttpSettings http,
        PemFiles tls,
        EngineSettings engine,
        SocketIoSettings socketIo,
        int stopTimeout,
        boolean disconnectOnStop,
        int recoveryTime,
        int recoveryBytes,
        int eventLoops) {

    /**
     * Reads the configuration.
     *
     * @param values as Config Admin gives them: numbers, or text from a file
     * @throws IllegalArgumentException naming the file, the key, the value and what is allowed
     */
    static Settings of(Map<String, ?> values) {
        Values from = new Values(Transport.PID, values);
        return new Settings(
                http(from),
                tls(from),
                engine(from),
                CommonSettings.socketIo(from),
                from.number("stopTimeout", 0, 30_000),
                from.flag("disconnectOnStop"),
                from.number("recoveryTime", 0, 86_400_000),
                from.number("recoveryBytes", 65_536, 2_000_000_000),
                from.number("eventLoops", 0, 256));
    }

    private static HttpSettings http(Values from) {
        return new HttpSettings(
                new HttpDeadlines(
                        from.number("requestTimeout", 100, 600_000),
                        from.number("bodyTimeout", 100, 600_000),
                        from.number("idleTimeout", 100, 3_600_000)),
                from.number("maxHeaderSize", 1_000, 1_000_000),
                from.number("maxConnections", 0, 10_000_000),
                from.number("maxConnectionsPerAddress", 0, 10_000_000),
                CommonSettings.trustedProxies(from),
                from.flag("proxyProtocol"),
                from.number("httpCompression", 0, 100_000_000),
                from.number("webSocketCompression", 0, 100_000_000));
    }

    /** Null for no TLS. */
    private static PemFiles tls(Values from) {
        String certificate = from.text("tlsCertificate");
        String key = from.text("tlsKey");
        if (certificate.isEmpty() && key.isEmpty()) {
            return null;
        }
        if (certificate.isEmpty() || key.isEmpty()) {
            String missing = key.isEmpty() ? "tlsKey" : "tlsCertificate";
            throw from.bad(missing, "", "a PEM file, since the other one is", null);
        }
        return new PemFiles(Path.of(certificate), Path.of(key));
    }

    private static EngineSettings engine(Values from) {
        int maxPayload = from.number("maxPayload", 1_000, 100_000_000);
        return new EngineSettings(
                path(from),
                from.number("pingInterval", 100, 3_600_000),
                from.number("pingTimeout", 100, 3_600_000),
                maxPayload,
                from.number("maxPackets", 1, 1_000_000),
                CommonSettings.budget(from, "inboundBudget", 8, maxPayload + 65_536L),
                CommonSettings.budget(from, "outboundBudget", 4, 0),
                from.number("upgradeTimeout", 100, 600_000),
                from.number("outboundLimit", 65_536, 1_000_000_000),
                CommonSettings.origins(from),
                CommonSettings.hosts(from));
    }

    private static String path(Values from) {
        String path = from.text("path");
        if (!path.matches("/([A-Za-z0-9._~-]+/)+")) {
            throw from.bad("path", path, "a path that begins and ends with a slash", null);
        }
        return path;
    }
}

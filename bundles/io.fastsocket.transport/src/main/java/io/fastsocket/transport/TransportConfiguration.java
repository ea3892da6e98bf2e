package io.fastsocket.transport;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/io.fastsocket.transport.cfg} may say. {@link Settings} checks it. */
@ObjectClassDefinition(
        id = Transport.PID,
        name = "FastSocket transport",
        description = "The Socket.IO engine. Host and port are in etc/fastsocket.properties.")
@interface TransportConfiguration {

    @AttributeDefinition(
            name = "Path",
            description = "Where Socket.IO answers; begins and ends with a slash.")
    String path() default "/socket.io/";

    @AttributeDefinition(
            name = "Ping interval",
            description = "Time between heartbeats, in milliseconds.",
            min = "100",
            max = "3600000")
    int pingInterval() default 25_000;

    @AttributeDefinition(
            name = "Ping timeout",
            description = "Time a client has to answer a heartbeat, in milliseconds.",
            min = "100",
            max = "3600000")
    int pingTimeout() default 20_000;

    @AttributeDefinition(
            name = "Max payload",
            description = "Largest message or polling body a client may send, in bytes.",
            min = "1000",
            max = "100000000")
    int maxPayload() default 1_000_000;

    @AttributeDefinition(
            name = "Body budget",
            description =
                    "Bytes that polling bodies may have together while they come in, over all"
                            + " clients; past it HTTP 503. At least one of maxPayload always fits.",
            min = "65536",
            max = "2000000000")
    int bodyBudget() default 64_000_000;

    @AttributeDefinition(
            name = "Connect timeout",
            description = "Time a client has to join its first namespace, in milliseconds.",
            min = "100",
            max = "600000")
    int connectTimeout() default 45_000;

    @AttributeDefinition(
            name = "Upgrade timeout",
            description =
                    "Time a client has to finish its upgrade from polling to WebSocket, in"
                            + " milliseconds.",
            min = "100",
            max = "600000")
    int upgradeTimeout() default 10_000;

    @AttributeDefinition(
            name = "Outbound limit",
            description =
                    "Bytes that may wait to be sent to one client; one that reads so slowly that"
                            + " there are more is closed.",
            min = "65536",
            max = "1000000000")
    int outboundLimit() default 16_777_216;

    @AttributeDefinition(
            name = "Max attachments",
            description = "Binaries an event or acknowledgement from a client may have.",
            min = "0",
            max = "1000")
    int maxAttachments() default 10;

    @AttributeDefinition(
            name = "Max namespaces",
            description = "Namespaces one connection may be in, or ask for, at a time.",
            min = "1",
            max = "10000")
    int maxNamespaces() default 100;

    @AttributeDefinition(
            name = "Allowed origins",
            description =
                    "Origins of web pages that may connect beside those of the server's own host,"
                            + " such as https://example.org; separated by commas.",
            required = false)
    String[] allowedOrigins() default {};

    @AttributeDefinition(
            name = "Event loops",
            description =
                    "Threads that serve connections; 0 for one a processor. Holds from the next"
                            + " start on.",
            min = "0",
            max = "256")
    int eventLoops() default 0;
}

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
            name = "Max packets",
            description = "Packets that one polling body may hold; with more it is refused.",
            min = "1",
            max = "1000000")
    int maxPackets() default 20_000;

    @AttributeDefinition(
            name = "Max header size",
            description =
                    "Bytes of a request's headers, and of its first line; with more it is refused.",
            min = "1000",
            max = "1000000")
    int maxHeaderSize() default 16_384;

    @AttributeDefinition(
            name = "Max connections",
            description =
                    "Connections of all clients together, WebSocket or polling; any more are refused."
                            + " TCP connections may be twice as many, since a client that polls has"
                            + " two. 0 for any number.",
            min = "0",
            max = "10000000")
    int maxConnections() default 100_000;

    @AttributeDefinition(
            name = "Max connections per address",
            description =
                    "The same for those of one IPv4 address, or one network of 64 bits in IPv6. Behind"
                            + " a proxy all come from one address unless trustedProxies names it. 0"
                            + " for any number.",
            min = "0",
            max = "10000000")
    int maxConnectionsPerAddress() default 20_000;

    @AttributeDefinition(
            name = "Request timeout",
            description =
                    "Time a client has from connecting, or from a request's first byte, until the"
                            + " request's headers are whole, in milliseconds.",
            min = "100",
            max = "600000")
    int requestTimeout() default 10_000;

    @AttributeDefinition(
            name = "Body timeout",
            description = "Time a client has for the body of a polling request, in milliseconds.",
            min = "100",
            max = "600000")
    int bodyTimeout() default 30_000;

    @AttributeDefinition(
            name = "Idle timeout",
            description =
                    "Time an HTTP connection may be idle between two requests, in milliseconds. A"
                            + " poll that waits for packets is not idle.",
            min = "100",
            max = "3600000")
    int idleTimeout() default 60_000;

    @AttributeDefinition(
            name = "Inbound budget",
            description =
                    "Bytes that all clients together may have sent of messages and polling bodies"
                            + " that are not whole yet; past it WebSocket 1013, HTTP 503. 0 for an"
                            + " eighth of the memory outside the heap (-XX:MaxDirectMemorySize; as"
                            + " large as the heap unless set); else from 65536, and always a"
                            + " little more than maxPayload.",
            min = "0",
            max = "2000000000")
    int inboundBudget() default 0;

    @AttributeDefinition(
            name = "Outbound budget",
            description =
                    "Bytes that may wait for all slow clients together; past it those for which"
                            + " most waits are closed. 0 for a quarter of the memory outside the"
                            + " heap; else from 65536.",
            min = "0",
            max = "2000000000")
    int outboundBudget() default 0;

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
            name = "Max depth",
            description = "How deep arrays and objects may nest in what a client sends.",
            min = "1",
            max = "512")
    int maxDepth() default 512;

    @AttributeDefinition(
            name = "Max namespaces",
            description = "Namespaces one connection may be in, or ask for, at a time.",
            min = "1",
            max = "10000")
    int maxNamespaces() default 100;

    @AttributeDefinition(
            name = "Max rooms",
            description =
                    "Rooms that handlers may put one connection's sockets in; joining another one"
                            + " fails with error 4030.",
            min = "0",
            max = "1000000")
    int maxRooms() default 1000;

    @AttributeDefinition(
            name = "Event rate",
            description =
                    "Events a second that one socket may send on average; those beyond are answered"
                            + " with error 4029. 0 for any number.",
            min = "0",
            max = "10000000")
    int eventRate() default 100_000;

    @AttributeDefinition(
            name = "Event burst",
            description = "Events that one socket may send at once after a rest.",
            min = "1",
            max = "10000000")
    int eventBurst() default 100_000;

    @AttributeDefinition(
            name = "Stop timeout",
            description =
                    "Time that events in flight have to be answered when the server stops, in"
                            + " milliseconds. Events that come meanwhile are answered with error"
                            + " 5003.",
            min = "0",
            max = "30000")
    int stopTimeout() default 5000;

    @AttributeDefinition(
            name = "Disconnect on stop",
            description =
                    "Whether clients get DISCONNECT before they are closed when the server stops:"
                            + " socket.io-client then does not come back by itself. With false they"
                            + " are closed alone, and come back as soon as a server is there again.")
    boolean disconnectOnStop() default true;

    @AttributeDefinition(
            name = "Allowed origins",
            description =
                    "Origins of web pages that may connect beside those of the server's own host"
                            + " (any port), such as https://example.org; separated by commas. * for"
                            + " any, which then may send no cookies.",
            required = false)
    String[] allowedOrigins() default {};

    @AttributeDefinition(
            name = "Allowed hosts",
            description =
                    "Names by which clients may call a server that listens on a loopback address,"
                            + " beside localhost and loopback addresses and the hosts of"
                            + " allowedOrigins: those of a proxy before it, for example. Separated"
                            + " by commas. On other addresses any name will do.",
            required = false)
    String[] allowedHosts() default {};

    @AttributeDefinition(
            name = "Trusted proxies",
            description =
                    "Addresses, or networks such as 10.0.0.0/8, of proxies that are believed what"
                            + " they say of the client: X-Forwarded-For, X-Forwarded-Proto,"
                            + " X-Forwarded-Host, and the PROXY protocol. Separated by commas."
                            + " Nobody else is believed.",
            required = false)
    String[] trustedProxies() default {};

    @AttributeDefinition(
            name = "PROXY protocol",
            description =
                    "Whether each connection of a trusted proxy begins with a PROXY header, version 1"
                            + " or 2; one that does not is closed.")
    boolean proxyProtocol() default false;

    @AttributeDefinition(
            name = "TLS certificate",
            description =
                    "A PEM file with the server's certificate and then those that vouch for it. With"
                            + " it the port speaks TLS 1.2 and 1.3 only. It is read again when it"
                            + " changes; open connections stay.",
            required = false)
    String tlsCertificate() default "";

    @AttributeDefinition(
            name = "TLS key",
            description =
                    "A PEM file with the certificate's private key, in PKCS #8, without a password.",
            required = false)
    String tlsKey() default "";

    @AttributeDefinition(
            name = "HTTP compression",
            description =
                    "Answers to polls of at least so many bytes are compressed with gzip for clients"
                            + " that take it; 0 for none. Bodies from clients never are.",
            min = "0",
            max = "100000000")
    int httpCompression() default 0;

    @AttributeDefinition(
            name = "WebSocket compression",
            description =
                    "Messages of at least so many bytes are compressed for clients that offer"
                            + " permessage-deflate, and theirs are taken compressed, up to maxPayload"
                            + " when decompressed; 0 for none.",
            min = "0",
            max = "100000000")
    int webSocketCompression() default 0;

    @AttributeDefinition(
            name = "Recovery time",
            description =
                    "Connection state recovery: time that a client which has lost its connection has"
                            + " to come back to the same id, rooms, data and the events it has"
                            + " missed, in milliseconds; 0 for none. Holds from the next start on.",
            min = "0",
            max = "86400000")
    int recoveryTime() default 0;

    @AttributeDefinition(
            name = "Recovery bytes",
            description =
                    "Bytes of events and sessions that are kept for that; beyond it the oldest are"
                            + " forgotten, and who has missed one of them begins anew.",
            min = "65536",
            max = "2000000000")
    int recoveryBytes() default 67_108_864;

    @AttributeDefinition(
            name = "Event loops",
            description =
                    "Threads that serve connections; 0 for one a processor. Holds from the next"
                            + " start on.",
            min = "0",
            max = "256")
    int eventLoops() default 0;
}

package io.fastsocket.transport.nettysocketio;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * What {@code etc/io.fastsocket.transport.nettysocketio.cfg} may say: first what every engine has,
 * then the library's own properties, by their names there. {@link Settings} checks it.
 */
@ObjectClassDefinition(
        id = NettySocketioTransport.PID,
        name = "FastSocket transport netty-socketio",
        description =
                "Socket.IO through netty-socketio. Host and port are in etc/fastsocket.properties.")
@interface NettySocketioConfiguration {

    @AttributeDefinition(
            name = "Max packets",
            description = "Packets that one polling body may hold; with more it is refused.",
            min = "1",
            max = "1000000")
    int maxPackets() default 20_000;

    @AttributeDefinition(
            name = "Max connections",
            description =
                    "Connections of all clients together, WebSocket or polling; any more are"
                            + " refused. 0 for any number.",
            min = "0",
            max = "10000000")
    int maxConnections() default 100_000;

    @AttributeDefinition(
            name = "Max connections per address",
            description =
                    "The same for those of one IPv4 address, or one network of 64 bits in IPv6. 0 for"
                            + " any number.",
            min = "0",
            max = "10000000")
    int maxConnectionsPerAddress() default 20_000;

    @AttributeDefinition(
            name = "Connect timeout",
            description = "Time a client has to join its first namespace, in milliseconds.",
            min = "100",
            max = "600000")
    int connectTimeout() default 45_000;

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
                    "Time that events in flight have to be answered when the engine stops, in"
                            + " milliseconds.",
            min = "0",
            max = "30000")
    int stopTimeout() default 5000;

    @AttributeDefinition(
            name = "Disconnect on stop",
            description =
                    "Whether clients get DISCONNECT before they are closed when the server stops, so"
                            + " that they do not come back by themselves.")
    boolean disconnectOnStop() default true;

    @AttributeDefinition(
            name = "Allowed origins",
            description =
                    "Origins of web pages that may connect beside those of the server's own host"
                            + " (any port), separated by commas; * for any, which then may send no"
                            + " cookies.",
            required = false)
    String[] allowedOrigins() default {};

    @AttributeDefinition(
            name = "Allowed hosts",
            description =
                    "Names by which clients may call a server that listens on a loopback address,"
                            + " beside localhost, loopback addresses and the hosts of"
                            + " allowedOrigins. Separated by commas.",
            required = false)
    String[] allowedHosts() default {};

    @AttributeDefinition(
            name = "Trusted proxies",
            description =
                    "Addresses or networks of proxies that are believed what X-Forwarded-For,"
                            + " X-Forwarded-Proto and X-Forwarded-Host say. Separated by commas.",
            required = false)
    String[] trustedProxies() default {};

    @AttributeDefinition(
            name = "Recovery time",
            description =
                    "Connection state recovery: time that a client has to come back for what it has"
                            + " missed, in milliseconds; 0 for none. Holds from the next start on.",
            min = "0",
            max = "86400000")
    int recoveryTime() default 0;

    @AttributeDefinition(
            name = "Recovery bytes",
            description = "Bytes of events and sessions that are kept for that.",
            min = "65536",
            max = "2000000000")
    int recoveryBytes() default 67_108_864;

    // The library's own, which hold from the engine's next start on.

    @AttributeDefinition(
            name = "context",
            description =
                    "The library's: where Socket.IO answers; begins with a slash, ends without.")
    String context() default "/socket.io";

    @AttributeDefinition(
            name = "transports",
            description = "The library's: WEBSOCKET, POLLING or both, separated by a comma.")
    String[] transports() default {"WEBSOCKET", "POLLING"};

    @AttributeDefinition(
            name = "bossThreads",
            description =
                    "The library's: threads that accept connections; 0 for twice the processors.",
            min = "0",
            max = "256")
    int bossThreads() default 1;

    @AttributeDefinition(
            name = "workerThreads",
            description =
                    "The library's: threads that serve connections; 0 for twice the processors.",
            min = "0",
            max = "256")
    int workerThreads() default 0;

    @AttributeDefinition(
            name = "useLinuxNativeEpoll",
            description = "The library's: whether Linux's epoll is used instead of Java's NIO.")
    boolean useLinuxNativeEpoll() default false;

    @AttributeDefinition(
            name = "pingInterval",
            description = "The library's: time between heartbeats, in milliseconds.",
            min = "100",
            max = "3600000")
    int pingInterval() default 25_000;

    @AttributeDefinition(
            name = "pingTimeout",
            description =
                    "The library's: time a client has to answer a heartbeat, in milliseconds.",
            min = "100",
            max = "3600000")
    int pingTimeout() default 60_000;

    @AttributeDefinition(
            name = "upgradeTimeout",
            description =
                    "The library's: time a client has to finish its upgrade, in milliseconds.",
            min = "100",
            max = "600000")
    int upgradeTimeout() default 10_000;

    @AttributeDefinition(
            name = "firstDataTimeout",
            description =
                    "The library's: time a client has from connecting, or from the last answer, until"
                            + " its request is whole, in milliseconds.",
            min = "100",
            max = "600000")
    int firstDataTimeout() default 5000;

    @AttributeDefinition(
            name = "maxHttpContentLength",
            description = "The library's: largest polling body, in bytes.",
            min = "1000",
            max = "100000000")
    int maxHttpContentLength() default 1_000_000;

    @AttributeDefinition(
            name = "maxFramePayloadLength",
            description = "The library's: largest WebSocket message, in bytes.",
            min = "1000",
            max = "100000000")
    int maxFramePayloadLength() default 1_000_000;

    @AttributeDefinition(
            name = "httpCompression",
            description = "The library's: whether answers to polls are compressed.")
    boolean httpCompression() default false;

    @AttributeDefinition(
            name = "websocketCompression",
            description = "The library's: whether permessage-deflate is offered.")
    boolean websocketCompression() default false;

    @AttributeDefinition(
            name = "keyStore",
            description =
                    "The library's: a file with the server's key and certificate. With it the port"
                            + " speaks TLS.",
            required = false)
    String keyStore() default "";

    @AttributeDefinition(
            name = "keyStorePassword",
            description = "The library's: the password of keyStore.",
            required = false)
    String keyStorePassword() default "";

    @AttributeDefinition(
            name = "keyStoreFormat",
            description = "The library's: the format of keyStore.")
    String keyStoreFormat() default "PKCS12";

    @AttributeDefinition(
            name = "trustStore",
            description = "The library's: a file with certificates that clients' are checked by.",
            required = false)
    String trustStore() default "";

    @AttributeDefinition(
            name = "trustStorePassword",
            description = "The library's: the password of trustStore.",
            required = false)
    String trustStorePassword() default "";

    @AttributeDefinition(
            name = "trustStoreFormat",
            description = "The library's: the format of trustStore.")
    String trustStoreFormat() default "PKCS12";

    @AttributeDefinition(
            name = "needClientAuth",
            description = "The library's: whether clients need a certificate.")
    boolean needClientAuth() default false;

    @AttributeDefinition(
            name = "keyManagerFactoryAlgorithm",
            description =
                    "The library's: the name of Java's KeyManagerFactory; Java's own if not set.",
            required = false)
    String keyManagerFactoryAlgorithm() default "";

    @AttributeDefinition(
            name = "SSLProtocol",
            description = "The library's: the name of Java's SSLContext; TLS means 1.2 and 1.3.")
    String SSLProtocol() default "TLS";

    @AttributeDefinition(
            name = "tcpNoDelay",
            description = "The library's: whether packets are sent at once, however small.")
    boolean socketConfig_tcpNoDelay() default true;

    @AttributeDefinition(
            name = "tcpKeepAlive",
            description = "The library's: whether TCP looks after connections that are idle.")
    boolean socketConfig_tcpKeepAlive() default false;

    @AttributeDefinition(
            name = "tcpSendBufferSize",
            description =
                    "The library's: bytes of a connection's send buffer; -1 as the system has.",
            min = "-1",
            max = "1000000000")
    int socketConfig_tcpSendBufferSize() default -1;

    @AttributeDefinition(
            name = "tcpReceiveBufferSize",
            description =
                    "The library's: bytes of a connection's receive buffer; -1 as the system has.",
            min = "-1",
            max = "1000000000")
    int socketConfig_tcpReceiveBufferSize() default -1;

    @AttributeDefinition(
            name = "soLinger",
            description =
                    "The library's: seconds that closing waits for what is unsent; -1 for none.",
            min = "-1",
            max = "600")
    int socketConfig_soLinger() default -1;

    @AttributeDefinition(
            name = "reuseAddress",
            description = "The library's: whether a port may be taken that was just left.")
    boolean socketConfig_reuseAddress() default true;

    @AttributeDefinition(
            name = "acceptBackLog",
            description = "The library's: connections that may wait to be accepted.",
            min = "1",
            max = "1000000")
    int socketConfig_acceptBackLog() default 1024;

    @AttributeDefinition(
            name = "writeBufferWaterMarkLow",
            description =
                    "The library's: bytes that wait for a client below which it gets volatile"
                            + " messages again; -1 as Netty has. Only together with the high mark.",
            min = "-1",
            max = "1000000000")
    int socketConfig_writeBufferWaterMarkLow() default -1;

    @AttributeDefinition(
            name = "writeBufferWaterMarkHigh",
            description =
                    "The library's: bytes that wait for a client above which volatile messages are"
                            + " dropped; -1 as Netty has.",
            min = "-1",
            max = "1000000000")
    int socketConfig_writeBufferWaterMarkHigh() default -1;

    @AttributeDefinition(
            name = "maxInitialLineLength",
            description = "The library's: bytes of a request's first line.",
            min = "100",
            max = "1000000")
    int httpRequestDecoderConfiguration_maxInitialLineLength() default 16_384;

    @AttributeDefinition(
            name = "maxHeaderSize",
            description = "The library's: bytes of a request's headers.",
            min = "1000",
            max = "1000000")
    int httpRequestDecoderConfiguration_maxHeaderSize() default 16_384;

    @AttributeDefinition(
            name = "maxChunkSize",
            description = "The library's: bytes of a request's body that are read at a time.",
            min = "100",
            max = "1000000")
    int httpRequestDecoderConfiguration_maxChunkSize() default 8192;
}

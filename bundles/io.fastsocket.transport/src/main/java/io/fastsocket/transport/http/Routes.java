package io.fastsocket.transport.http;

import io.fastsocket.transport.engineio.EngineServer;
import io.fastsocket.transport.engineio.MemoryBudget;
import io.fastsocket.transport.engineio.Notices;
import io.fastsocket.transport.limits.LimitCounts;
import io.fastsocket.transport.tls.Certificates;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslHandler;

import java.net.InetSocketAddress;

import javax.net.ssl.SSLException;

/** Where a request goes, by its path. Sets up each new connection of the port for HTTP. */
public final class Routes extends ChannelInitializer<Channel> {

    private static final String HTTP = "http";

    private final EngineServer server;
    private final EngineEndpoint endpoint;
    private final StaticClient client = new StaticClient();
    private volatile HttpSettings settings;
    private volatile Certificates certificates;

    /**
     * Routes to a server.
     *
     * @param server the Engine.IO side
     * @param settings for connections that are accepted from now on
     * @param loopback whether it listens on a loopback address
     */
    public Routes(EngineServer server, HttpSettings settings, boolean loopback) {
        this.server = server;
        this.settings = settings;
        endpoint = new EngineEndpoint(server, this::settings, new Origins(loopback));
    }

    /**
     * Puts other settings in force.
     *
     * @param settings for connections that are accepted from now on
     */
    public void settings(HttpSettings settings) {
        this.settings = settings;
    }

    /**
     * Puts a certificate in force.
     *
     * @param certificates for connections that are accepted from now on; null for no TLS
     */
    public void certificates(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * What is in force.
     *
     * @return for connections accepted now
     */
    public HttpSettings settings() {
        return settings;
    }

    @Override
    protected void initChannel(Channel channel) {
        HttpSettings now = settings;
        int most = now.maxHeaderSize();
        InetSocketAddress peer = (InetSocketAddress) channel.remoteAddress();
        if (now.proxyProtocol()
                && peer != null
                && now.trustedProxies().contains(peer.getAddress())) {
            ProxyProtocol.expect(channel.pipeline());
        }
        Certificates shown = certificates;
        if (shown != null) {
            SslHandler tls = shown.inForce().newHandler(channel.alloc());
            tls.setHandshakeTimeoutMillis(now.deadlines().head());
            channel.pipeline().addLast(tls);
        }
        channel.pipeline()
                .addLast(
                        HTTP,
                        new HttpServerCodec(
                                new HttpDecoderConfig()
                                        .setMaxInitialLineLength(most)
                                        .setMaxHeaderSize(most)))
                .addLast(new HttpConnection(this));
    }

    /**
     * The server stops: closes a connection of this port once nothing is asked on it.
     *
     * @param channel a connection
     */
    public static void drain(Channel channel) {
        channel.eventLoop()
                .execute(() -> channel.pipeline().fireUserEventTriggered(HttpConnection.DRAIN));
    }

    int maxPayload() {
        return server.settings().maxPayload();
    }

    /** What bodies are counted in while they come in. */
    MemoryBudget incoming() {
        return server.incoming();
    }

    LimitCounts limits() {
        return server.limits();
    }

    Notices notices() {
        return server.notices();
    }

    /** Puts the name that the client called into its place, as far as a trusted proxy says it. */
    void restoreHost(Channel channel, HttpRequest head) {
        InetSocketAddress peer = (InetSocketAddress) channel.remoteAddress();
        Forwarded.restoreHost(head.headers(), peer, settings.trustedProxies());
    }

    /** A connection has failed: the client's fault if it speaks other than it should. */
    void failed(Throwable cause, InetSocketAddress from) {
        if (cause instanceof DecoderException wrong) {
            boolean tls = wrong.getCause() instanceof SSLException;
            notices().note("Connection closed: " + (tls ? "no TLS" : "no PROXY header"), from);
        } else {
            notices().failed("HTTP", cause, from);
        }
    }

    /** Whether a request's body is to be collected, as its head has it. */
    boolean wantsBody(HttpRequest head) {
        return isEngine(path(head)) && endpoint.wantsBody(head);
    }

    private static String path(HttpRequest request) {
        String uri = request.uri();
        int question = uri.indexOf('?');
        return question < 0 ? uri : uri.substring(0, question);
    }

    private boolean isEngine(String path) {
        String base = server.settings().path();
        return path.equals(base) || path.equals(base.substring(0, base.length() - 1));
    }

    void handle(Exchange exchange, byte[] body) {
        String path = path(exchange.request());
        String base = server.settings().path();
        if (path.startsWith(base) && client.serves(path.substring(base.length()))) {
            client.serve(exchange, path.substring(base.length()));
        } else if (isEngine(path)) {
            endpoint.handle(exchange, body);
        } else {
            exchange.text(
                    HttpResponseStatus.NOT_FOUND,
                    "text/plain; charset=UTF-8",
                    "Nothing here. Socket.IO answers at "
                            + base
                            + ", its client script is "
                            + base
                            + "socket.io.js\n");
        }
    }
}

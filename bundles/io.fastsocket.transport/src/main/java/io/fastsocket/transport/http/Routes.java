package io.fastsocket.transport.http;

import io.fastsocket.transport.engineio.EngineServer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;

/** Where a request goes, by its path. Sets up each new connection of the port for HTTP. */
public final class Routes extends ChannelInitializer<Channel> {

    private static final String HTTP = "http";

    private static final int MAX_REQUEST_LINE = 8192;
    private static final int MAX_HEADERS = 16384;

    private final EngineServer server;
    private final EngineEndpoint endpoint;
    private final StaticClient client = new StaticClient();

    /**
     * Routes to a server.
     *
     * @param server the Engine.IO side
     */
    public Routes(EngineServer server) {
        this.server = server;
        endpoint = new EngineEndpoint(server);
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline()
                .addLast(
                        HTTP,
                        new HttpServerCodec(
                                new HttpDecoderConfig()
                                        .setMaxInitialLineLength(MAX_REQUEST_LINE)
                                        .setMaxHeaderSize(MAX_HEADERS)))
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

    void handle(Exchange exchange, byte[] body) {
        String uri = exchange.request().uri();
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        String base = server.settings().path();
        if (path.startsWith(base) && client.serves(path.substring(base.length()))) {
            client.serve(exchange, path.substring(base.length()));
        } else if (path.equals(base) || path.equals(base.substring(0, base.length() - 1))) {
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

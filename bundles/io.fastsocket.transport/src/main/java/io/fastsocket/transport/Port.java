package io.fastsocket.transport;

import io.fastsocket.transport.http.Routes;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The bound port and every connection accepted on it. */
final class Port {

    private static final int BACKLOG = 1024;

    /** How long connections may take to send what waits and to say goodbye, in milliseconds. */
    private static final int GOODBYE = 3000;

    private final EventLoops loops;
    private final Channel server;
    private final ChannelGroup connections;

    private Port(EventLoops loops, Channel server, ChannelGroup connections) {
        this.loops = loops;
        this.server = server;
        this.connections = connections;
    }

    static Port bind(
            EventLoops loops,
            InetSocketAddress address,
            Accepted accepted,
            ChannelHandler initializer)
            throws IOException {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loops.group())
                        .channel(loops.channel())
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .handler(accepted)
                        .childHandler(initializer)
                        .bind(address)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            end(loops);
            throw new IOException(
                    "Cannot listen on %s port %d: %s"
                            .formatted(
                                    address.getHostString(),
                                    address.getPort(),
                                    bound.cause().getMessage()),
                    bound.cause());
        }
        return new Port(loops, bound.channel(), accepted.connections());
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.localAddress();
    }

    /** Takes no more connections. */
    void unbind() {
        server.close().awaitUninterruptibly();
    }

    /** Waits for the connections to end, ends those that do not, and the threads. */
    void close() {
        connections.forEach(Routes::drain);
        connections.newCloseFuture().awaitUninterruptibly(GOODBYE, TimeUnit.MILLISECONDS);
        connections.close().awaitUninterruptibly(GOODBYE, TimeUnit.MILLISECONDS);
        end(loops);
    }

    private static void end(EventLoops loops) {
        loops.group()
                .shutdownGracefully(0, GOODBYE, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(2L * GOODBYE, TimeUnit.MILLISECONDS);
    }
}

package io.fastsocket.transport;

import io.fastsocket.transport.http.Routes;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The bound port and every connection accepted on it. */
final class Port {

    private static final int BACKLOG = 1024;

    /** How long connections may take to send what waits and to say goodbye, in milliseconds. */
    private static final int GOODBYE = 3000;

    /** A look at a map: often enough not to be noticed, in nanoseconds. */
    private static final long LOOK_EVERY = 5_000_000;

    private final EventLoops loops;
    private final Channel server;
    private final InetAddress host;
    private final ChannelGroup connections;

    private Port(EventLoops loops, Channel server, InetAddress host, ChannelGroup connections) {
        this.loops = loops;
        this.server = server;
        this.host = host;
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
            loops.end();
            throw new IOException(
                    "Cannot listen on %s port %d: %s"
                            .formatted(
                                    address.getHostString(),
                                    address.getPort(),
                                    bound.cause().getMessage()),
                    bound.cause());
        }
        return new Port(loops, bound.channel(), address.getAddress(), accepted.connections());
    }

    /** As it was asked for: the system would say 0:0:0:0:0:0:0:0 of 0.0.0.0. */
    InetSocketAddress address() {
        int port = ((InetSocketAddress) server.localAddress()).getPort();
        return new InetSocketAddress(host, port);
    }

    /** Goes on until something holds, but no longer than so many milliseconds. */
    void serveUntil(BooleanSupplier condition, int limit) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limit);
        while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
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
        loops.end();
    }
}

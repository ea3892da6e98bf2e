package io.fastsocket.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.util.concurrent.TimeUnit;

/**
 * The threads that serve connections, with Linux's own epoll where its library is there.
 *
 * @param group the loops
 * @param channel the kind of server channel that goes with them
 */
record EventLoops(EventLoopGroup group, Class<? extends ServerChannel> channel) {

    private static final int END_TIME = 3000;

    static EventLoops start(int threads) {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new EventLoops(
                new MultiThreadIoEventLoopGroup(
                        count, new DefaultThreadFactory("fastsocket-transport"), io),
                epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class);
    }

    /** Ends the threads. */
    void end() {
        group.shutdownGracefully(0, END_TIME, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(2L * END_TIME, TimeUnit.MILLISECONDS);
    }
}

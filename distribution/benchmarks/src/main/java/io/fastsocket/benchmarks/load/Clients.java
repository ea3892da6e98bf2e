package io.fastsocket.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The event loop that clients live on, and how they reach the server. */
public final class Clients implements AutoCloseable {

    /** Addresses that clients come from, so that there are ports for all: 127.0.1.1 and on. */
    private static final int ADDRESSES = 200;

    private static final long PATIENCE_S = 30;

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final InetSocketAddress server;
    private int dialled;
    private volatile boolean closing;

    /**
     * A loop of its own.
     *
     * @param port where the server listens, on the loopback interface
     */
    public Clients(int port) {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        group =
                new MultiThreadIoEventLoopGroup(
                        1, new DefaultThreadFactory("load", true), EpollIoHandler.newFactory());
        loop = group.next();
    }

    /**
     * The loop.
     *
     * @return the same one always
     */
    public EventLoop loop() {
        return loop;
    }

    /**
     * Has the handler talk to the server; a failure to reach it closes it at once.
     *
     * @param handler of a new connection
     */
    public void dial(ChannelHandler handler) {
        int number = Math.floorMod(dialled++, ADDRESSES);
        new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_REUSEADDR, true)
                .localAddress("127.0.1." + (number + 1), 0)
                .remoteAddress(server)
                .handler(
                        new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                channels.add(channel);
                                channel.pipeline().addLast(handler);
                            }
                        })
                .connect();
    }

    /** What a server is asked for in the header Host. */
    String host() {
        return "127.0.0.1:" + server.getPort();
    }

    /**
     * Runs something on the loop, and waits for it.
     *
     * @param <T> what it finds out
     * @param work quick
     * @return the result
     * @throws InterruptedException if interrupted
     */
    public <T> T ask(Callable<T> work) throws InterruptedException {
        try {
            return loop.submit(work).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the load generator itself hangs", e);
        }
    }

    /** Whether it is this program that ends the connections. */
    boolean closing() {
        return closing;
    }

    /** Ends all connections; nobody is told. */
    @Override
    public void close() {
        closing = true;
        // A loop that ends leaves its channels open: their files would be missing later.
        channels.close().awaitUninterruptibly();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}

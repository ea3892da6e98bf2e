package io.fastsocket.benchmarks.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Netty's own WebSocket, with no Socket.IO and no JSON: sends back what it is sent. */
public final class NettyEcho {

    private NettyEcho() {}

    /**
     * Listens on a free port of the loopback interface, and prints which.
     *
     * @param arguments none
     * @throws IOException never
     */
    public static void main(String... arguments) throws IOException {
        Channel server =
                new ServerBootstrap()
                        .group(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
                        .channel(EpollServerSocketChannel.class)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline()
                                                .addLast(new HttpServerCodec())
                                                .addLast(new HttpObjectAggregator(65_536))
                                                .addLast(
                                                        new WebSocketServerProtocolHandler(
                                                                "/socket.io/", true))
                                                .addLast(new Echo());
                                    }
                                })
                        .bind("127.0.0.1", 0)
                        .syncUninterruptibly()
                        .channel();
        System.out.println("port " + ((InetSocketAddress) server.localAddress()).getPort());
        StandardInput.awaitEnd();
    }

    /** Flushes once for all that one read brought. */
    private static final class Echo extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            context.write(frame, context.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}

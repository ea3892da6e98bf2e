package io.fastsocket.transport.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.util.AttributeKey;
import io.netty.util.NetUtil;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Takes the header by which a proxy says, before anything else, who the client is (PROXY protocol,
 * versions 1 and 2). On connections of trusted addresses only.
 */
final class ProxyProtocol extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<InetSocketAddress> CLIENT =
            AttributeKey.valueOf(ProxyProtocol.class, "client");

    /** Bytes of what a header may say beyond the addresses. */
    private static final int MAX_MORE = 2048;

    /** Expects the header on a connection. */
    static void expect(ChannelPipeline pipeline) {
        pipeline.addLast(new HAProxyMessageDecoder(MAX_MORE), new ProxyProtocol());
    }

    /** Whose connection it is: the client that a header named, or the peer. */
    static InetSocketAddress client(Channel channel) {
        InetSocketAddress named = channel.hasAttr(CLIENT) ? channel.attr(CLIENT).get() : null;
        return named == null ? (InetSocketAddress) channel.remoteAddress() : named;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HAProxyMessage header) {
            try {
                take(ctx.channel(), header);
            } finally {
                header.release();
            }
            ctx.pipeline().remove(this);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    /** A header of the proxy's own, for its health checks, names nobody. */
    private static void take(Channel channel, HAProxyMessage header) {
        if (header.sourceAddress() == null) {
            return;
        }
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(header.sourceAddress());
        if (address != null) {
            channel.attr(CLIENT).set(new InetSocketAddress(address, header.sourcePort()));
        }
    }
}

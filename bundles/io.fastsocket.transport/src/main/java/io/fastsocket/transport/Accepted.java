package io.fastsocket.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;

/** Notes each connection that is accepted, so that none outlives the server. */
@Sharable
final class Accepted extends ChannelInboundHandlerAdapter {

    private final ChannelGroup connections;

    Accepted(ChannelGroup connections) {
        this.connections = connections;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        connections.add((Channel) message);
        ctx.fireChannelRead(message);
    }
}

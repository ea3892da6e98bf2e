package io.fastsocket.transport;

import io.fastsocket.transport.engineio.EngineServer;
import io.fastsocket.transport.http.HttpSettings;
import io.fastsocket.transport.http.Routes;
import io.fastsocket.transport.limits.ByAddress;
import io.fastsocket.transport.limits.Limit;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The TCP connections that were accepted: notes each, so that none outlives the server, and closes
 * at once those beyond the limits.
 */
@Sharable
final class Accepted extends ChannelInboundHandlerAdapter {

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ByAddress addresses = new ByAddress();
    private final EngineServer server;
    private final Routes routes;

    Accepted(EngineServer server, Routes routes) {
        this.server = server;
        this.routes = routes;
    }

    ChannelGroup connections() {
        return connections;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Channel channel = (Channel) message;
        InetSocketAddress from = (InetSocketAddress) channel.remoteAddress();
        HttpSettings now = routes.settings();
        Limit exceeded = from == null ? null : take(from.getAddress(), now);
        if (exceeded != null) {
            server.limits().exceeded(exceeded);
            server.notices().note("TCP connection closed: beyond " + exceeded.key(), from);
            channel.unsafe().closeForcibly();
            return;
        }
        connections.add(channel);
        if (from != null && !now.trustedProxies().contains(from.getAddress())) {
            channel.closeFuture().addListener(closed -> addresses.remove(from.getAddress()));
        }
        ctx.fireChannelRead(message);
    }

    private Limit take(InetAddress from, HttpSettings settings) {
        int most = HttpSettings.tcp(settings.maxConnections());
        if (most > 0 && connections.size() >= most) {
            return Limit.MAX_CONNECTIONS;
        }
        if (settings.trustedProxies().contains(from)) {
            // Its clients are counted instead, once it has said who they are.
            return null;
        }
        int mostOfAddress = HttpSettings.tcp(settings.maxConnectionsPerAddress());
        return addresses.add(from, mostOfAddress) ? null : Limit.MAX_CONNECTIONS_PER_ADDRESS;
    }
}

package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.messages.OutPacketMessage;
import com.corundumstudio.socketio.messages.XHRPostMessage;
import com.corundumstudio.socketio.protocol.AuthPacket;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;

import java.util.Queue;

/**
 * Takes what the library sends before its encoder does: the first packet of a session and
 * heartbeats. Answers to requests are the {@link Gate}'s.
 */
final class Outlet extends ChannelOutboundHandlerAdapter {

    private static final String PING = "2";

    private final Hub hub;
    private final Gate gate;

    Outlet(Hub hub, Gate gate) {
        this.hub = hub;
        this.gate = gate;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof OutPacketMessage out) {
            take(out, promise);
        } else if (message instanceof HttpResponse && !(message instanceof FullHttpResponse)) {
            gate.refusedByLibrary();
        } else if (message instanceof XHRPostMessage) {
            // Confirmed once it has been dealt with.
            promise.setSuccess();
        } else {
            ctx.write(message, promise);
        }
    }

    private void take(OutPacketMessage out, ChannelPromise promise) {
        ClientHead head = out.getClientHead();
        Queue<Packet> packets = head.getPacketsQueue(out.getTransport());
        for (Packet next = packets.poll(); next != null; next = packets.poll()) {
            Session session = hub.session(head.getSessionId());
            if (next.getType() == PacketType.OPEN) {
                AuthPacket opening = next.getData();
                gate.opened(
                        hub.open(head, gate),
                        out.getTransport() == Transport.WEBSOCKET,
                        opening.getUpgrades().length > 0);
            } else if (session != null && next.getType() == PacketType.PING) {
                session.fromLibrary(PING);
            }
            // Its own goodbye is not needed: it ends nobody that is not closed already.
        }
        promise.setSuccess();
    }
}

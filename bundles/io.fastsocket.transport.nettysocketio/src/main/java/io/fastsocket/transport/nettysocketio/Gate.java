package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.messages.PacketsMessage;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.engineio.EngineError;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Stands before the library's handlers in the pipeline of one TCP connection: checks requests
 * before the library sees them, and takes out the messages that it has read. On its event loop,
 * unless a method says otherwise.
 */
final class Gate extends ChannelInboundHandlerAdapter {

    private final Hub hub;
    private final Answers answers = new Answers(this);
    private ChannelHandlerContext ctx;
    private Session session;
    private HandshakeInfo handshake;
    private boolean reserved;
    private boolean binary;
    private boolean asked;
    private boolean polls;
    private ScheduledFuture<?> idle;

    Gate(Hub hub) {
        this.hub = hub;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
    }

    /** From any thread. */
    Channel channel() {
        return ctx.channel();
    }

    /** From any thread. */
    Answers answers() {
        return answers;
    }

    /** What the request said that opens a session. */
    HandshakeInfo handshake() {
        return handshake;
    }

    /** The library has opened a session for the request. */
    void opened(Session fresh, boolean webSocket, boolean upgradable) {
        session = fresh;
        reserved = false;
        fresh.begin(webSocket ? this : null, upgradable);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        switch (message) {
            case FullHttpRequest request -> request(request);
            case PacketsMessage packets -> packets(packets);
            case PingWebSocketFrame ping ->
                    ctx.writeAndFlush(new PongWebSocketFrame(ping.content()));
            case PongWebSocketFrame pong -> pong.release();
            case TextWebSocketFrame text -> {
                binary = false;
                ctx.fireChannelRead(text);
            }
            case BinaryWebSocketFrame bytes -> {
                binary = true;
                ctx.fireChannelRead(bytes);
            }
            default -> ctx.fireChannelRead(message);
        }
    }

    private void request(FullHttpRequest request) {
        if (asked) {
            // The one before is not answered yet.
            request.release();
            channel().close();
            return;
        }
        asked = true;
        session = null;
        polls = false;
        if (idle != null) {
            idle.cancel(false);
        }
        Admission admission = new Admission(hub, channel(), request);
        EngineError refusal = admission.check();
        answers.origin(admission.origin());
        if (refusal != null) {
            answers.refuse(refusal);
            request.release();
        } else if (admission.preflight()) {
            answers.preflight(request.headers());
            request.release();
        } else if (admission.sid() == null) {
            handshake = admission.handshake();
            open(request, admission);
        } else {
            go(request, admission);
        }
    }

    private void open(FullHttpRequest request, Admission admission) {
        EngineError full = hub.reserve(handshake.remoteAddress().getAddress());
        if (full != null) {
            hub.notices().note("Connection refused: " + full.text(), handshake.remoteAddress());
            answers.refuse(full);
            request.release();
            return;
        }
        reserved = true;
        ctx.fireChannelRead(admission.forLibrary());
        if (session != null && !admission.webSocket()) {
            session.in().poll(this);
        }
    }

    private void go(FullHttpRequest request, Admission admission) {
        session = hub.session(admission.sid());
        if (session == null || session.closed()) {
            answers.lastWords(admission.get() ? hub.takeLastWords(admission.sid()) : null);
            request.release();
        } else if (admission.webSocket() && session.in().probe(this)) {
            ctx.fireChannelRead(admission.forLibrary());
        } else if (admission.webSocket()) {
            session = null;
            closeWebSocket(request);
        } else if (session.hasWebSocket()) {
            answers.refuse(EngineError.BAD_REQUEST);
            request.release();
        } else if (admission.get()) {
            polls = true;
            ctx.fireChannelRead(admission.forLibrary());
            session.in().poll(this);
        } else {
            ctx.fireChannelRead(admission.forLibrary());
        }
    }

    /** The request is answered: the next one has as much time as the first. */
    void answered() {
        asked = false;
        int limit = hub.firstDataTimeout();
        idle = ctx.executor().schedule(() -> channel().close(), limit, TimeUnit.MILLISECONDS);
    }

    /** The library does not know a session any more: it has ended since this request came. */
    void refusedByLibrary() {
        if (!polls) {
            answers.refuse(EngineError.UNKNOWN_SID);
        }
    }

    /** As the reference does with one too many: it is accepted and closed. */
    private void closeWebSocket(FullHttpRequest request) {
        new WebSocketServerHandshakerFactory(request.uri(), null, false)
                .newHandshaker(request)
                .handshake(channel(), request)
                .addListener(
                        done ->
                                channel()
                                        .writeAndFlush(new CloseWebSocketFrame())
                                        .addListener(ChannelFutureListener.CLOSE));
        request.release();
    }

    private void packets(PacketsMessage packets) {
        byte[] bytes = ByteBufUtil.getBytes(packets.getContent());
        Session to = session;
        if (to == null) {
            channel().close();
        } else if (packets.getTransport() == Transport.WEBSOCKET) {
            to.in().message(this, bytes, binary);
        } else {
            to.in().post(this, bytes);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (session != null) {
            session.in().endOfRead(this);
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (reserved) {
            hub.release(handshake.remoteAddress().getAddress());
            reserved = false;
        }
        if (session != null) {
            // A WebSocket that did not take over would take its session with it.
            boolean probe = session.in().isProbe(this);
            session.in().gone(this);
            if (probe) {
                return;
            }
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        hub.notices().failed("netty-socketio", cause, remoteAddress());
        channel().close();
    }

    private InetSocketAddress remoteAddress() {
        return handshake == null
                ? (InetSocketAddress) channel().remoteAddress()
                : handshake.remoteAddress();
    }
}

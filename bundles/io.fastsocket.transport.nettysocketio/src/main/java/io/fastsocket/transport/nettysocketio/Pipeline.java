package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.SocketIOChannelInitializer;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;

/** The library's pipeline with ours around it. */
final class Pipeline extends SocketIOChannelInitializer {

    static final String GATE = "gate";
    private static final String OUTLET = "outlet";

    private final Hub hub;

    Pipeline(Hub hub) {
        this.hub = hub;
        hub.timer(Internals.timer(this));
    }

    @Override
    protected void addSocketioHandlers(ChannelPipeline pipeline) {
        super.addSocketioHandlers(pipeline);
        Gate gate = new Gate(hub);
        pipeline.addBefore(PACKET_HANDLER, GATE, gate);
        pipeline.addAfter(SOCKETIO_ENCODER, OUTLET, new Outlet(hub, gate));
        if (pipeline.get(WEB_SOCKET_TRANSPORT_COMPRESSION) != null) {
            // The library's own takes any size when it decompresses.
            pipeline.replace(
                    WEB_SOCKET_TRANSPORT_COMPRESSION,
                    WEB_SOCKET_TRANSPORT_COMPRESSION,
                    new WebSocketServerCompressionHandler(hub.settings().engine().maxPayload()));
        }
    }
}

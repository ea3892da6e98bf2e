package io.fastsocket.transport.nettysocketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.transport.http.Origins;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Requests that share a connection. */
final class GateTest {

    private static final int REQUESTS = 3;

    /** A client may ask again before the thread that wrote the answer has gone on. */
    @Test
    void takesTheNextRequestAsSoonAsTheLastIsAnswered() {
        Hub hub = new Hub(null, new Origins(true), SettingsTest.with("workerThreads", "1"));
        EmbeddedChannel channel = new FromLoopback(new Hasty(), new Gate(hub));
        channel.writeInbound(preflight());
        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.outboundMessages()).hasSize(REQUESTS);
        channel.finishAndReleaseAll();
    }

    private static FullHttpRequest preflight() {
        FullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.OPTIONS,
                        "/socket.io/?EIO=4&transport=polling",
                        Unpooled.EMPTY_BUFFER);
        request.headers()
                .set(HttpHeaderNames.HOST, "127.0.0.1:1")
                .set(HttpHeaderNames.ORIGIN, "http://127.0.0.1:2");
        return request;
    }

    private static final class FromLoopback extends EmbeddedChannel {

        FromLoopback(ChannelHandler... handlers) {
            super(handlers);
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return isOpen() ? new InetSocketAddress(InetAddress.getLoopbackAddress(), 1) : null;
        }
    }

    /** Asks again within the call that has sent the answer. */
    private static final class Hasty extends ChannelOutboundHandlerAdapter {

        private int asked = 1;

        @Override
        public void flush(ChannelHandlerContext context) {
            context.flush();
            if (asked++ < REQUESTS) {
                context.fireChannelRead(preflight());
            }
        }
    }
}

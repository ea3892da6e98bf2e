package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The library's server, of which the event loops and the port can be told. */
final class Server extends SocketIOServer {

    private final Consumer<EventLoopGroup> starting;
    private EventLoopGroup bosses;
    private EventLoopGroup workers;

    /**
     * @param starting told the event loops before the first connection
     */
    Server(Configuration configuration, Consumer<EventLoopGroup> starting) {
        super(configuration);
        this.starting = starting;
    }

    @Override
    protected void applyConnectionOptions(ServerBootstrap bootstrap) {
        super.applyConnectionOptions(bootstrap);
        bosses = bootstrap.config().group();
        workers = bootstrap.config().childGroup();
        starting.accept(workers);
    }

    /** Opens the port; the library says only that it is done, but that is the bound channel's. */
    ChannelFuture open() {
        return (ChannelFuture) startAsync();
    }

    /** Ends all threads; without the library's quiet time, in which nothing would come. */
    void end(Channel port) {
        if (port != null) {
            port.close().awaitUninterruptibly();
        }
        bosses.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        workers.shutdownGracefully(0, 3, TimeUnit.SECONDS).awaitUninterruptibly();
        stop();
    }
}

package io.fastsocket.contract;

import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.spi.transport.SocketTransport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An engine behind {@code spi.transport}, with the contract's handlers.
 *
 * @param <T> the engine
 */
public final class SpiServer<T extends SocketTransport> implements ServerUnderTest {

    private final Handlers handlers = new Handlers();
    private final T engine;
    private final Consumer<T> stop;
    private final Duration patience;

    /**
     * Starts an engine.
     *
     * @param start opens it on a free port of the loopback address
     * @param stop stops it for good
     * @param patience how long tests wait for what must happen
     */
    public SpiServer(Function<EventDispatcher, T> start, Consumer<T> stop, Duration patience) {
        engine = start.apply(handlers);
        this.stop = stop;
        this.patience = patience;
    }

    @Override
    public int port() {
        return engine.address().getPort();
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public List<String> handled() {
        return handlers.handled;
    }

    @Override
    public void release() {
        handlers.released.countDown();
    }

    @Override
    public void broadcast(Object payload) {
        Payload encoded =
                switch (payload) {
                    case byte[] bytes -> binary(bytes);
                    case Counted counted -> Payload.of("{\"text\":\"" + counted.getText() + "\"}");
                    default -> Payload.of("\"" + payload + "\"");
                };
        Payload event = Handlers.named("news", encoded);
        engine.broadcast(new Broadcast("/", Set.of(), Set.of(), false, event));
    }

    private static Payload binary(byte[] bytes) {
        byte[] text = "{\"_placeholder\":true,\"num\":0}".getBytes(StandardCharsets.UTF_8);
        return new Payload(text, 0, text.length, List.of(bytes));
    }

    @Override
    public int sockets() {
        return engine.sockets("/").size();
    }

    @Override
    public void close() {
        stop.accept(engine);
    }
}

package io.fastsocket.registry.sockets;

import io.fastsocket.api.EventException;
import io.fastsocket.api.TimedEmitter;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.binding.Splitter;
import io.fastsocket.spi.transport.Payload;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks one client, within a time limit. A question counts as in flight until it is over. */
final class TimedView implements TimedEmitter {

    private final Scope scope;
    private final ClientState state;
    private final Duration limit;

    TimedView(Scope scope, ClientState state, Duration limit) {
        this.scope = scope;
        this.state = state;
        this.limit = limit;
    }

    @Override
    public <T> CompletionStage<T> emitWithAck(String event, Object argument, Class<T> answer) {
        return emitWithAck(event, new Object[] {argument}, answer);
    }

    @Override
    public <T> CompletionStage<T> emitWithAck(String event, Object[] arguments, Class<T> answer) {
        Names.checkEvent(event);
        return ask(
                scope,
                state,
                scope.encode(state.client().namespace(), event, arguments),
                limit,
                answer);
    }

    static Duration positive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("time limit " + limit + " must be positive");
        }
        return limit;
    }

    static <T> CompletableFuture<T> ask(
            Scope scope, ClientState state, Payload event, Duration limit, Class<T> answer) {
        Gate gate = scope.questions();
        if (!gate.enter()) {
            throw new IllegalStateException(
                    "this revision of " + scope.origin().plugin() + " is out of service");
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        Pending<T> pending = new Pending<>(scope.codec(), gate, answer, future);
        state.questions().ask(event, limit, pending);
        return future;
    }

    private record Pending<T>(Codec codec, Gate gate, Class<T> type, CompletableFuture<T> future)
            implements Questions.Answer {

        @Override
        public void answered(Payload arguments) {
            try {
                future.complete(bind(arguments));
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            } finally {
                gate.leave();
            }
        }

        @Override
        public void failed(EventException why) {
            try {
                future.completeExceptionally(why);
            } finally {
                gate.leave();
            }
        }

        private T bind(Payload arguments) {
            if (type == Void.class || arguments.isEmpty()) {
                return null;
            }
            Splitter values = new Splitter(arguments);
            return codec.raw(arguments, values.start(0), values.length(0)).as(type);
        }
    }
}

package io.fastsocket.registry.dispatch;

import io.fastsocket.api.Ack;
import io.fastsocket.api.EventException;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.sockets.Scope;

/** An acknowledgement in a handler's hands. */
final class AckView<T> implements Ack<T> {

    private final Call call;
    private final Scope scope;

    AckView(Call call, Scope scope) {
        this.call = call;
        this.scope = scope;
    }

    @Override
    public boolean wanted() {
        return call.unanswered();
    }

    @Override
    public void send(T value) {
        Codec codec = scope.codec();
        if (wanted()) {
            call.answer(call.allowed(codec.encode(value)));
        }
    }

    @Override
    public void sendAll(Object... arguments) {
        Codec codec = scope.codec();
        if (wanted()) {
            call.answer(call.allowed(codec.encode(null, arguments)));
        }
    }

    @Override
    public void fail(EventException error) {
        scope.codec();
        if (wanted()) {
            call.answerError(error);
        }
    }
}

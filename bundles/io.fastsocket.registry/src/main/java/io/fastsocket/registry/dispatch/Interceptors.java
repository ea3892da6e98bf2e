package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.HandlerService;

/** Asks the interceptors that stand before an event's handler. */
final class Interceptors {

    private Interceptors() {}

    /** Returns if all let it pass; else throws what the first threw that does not. */
    static void ask(Call call, Inside inside) throws Exception {
        for (HandlerService guard : call.entry().guards()) {
            call.deadline().inside(guard.scope().isolation());
            ask(call, guard, inside);
        }
    }

    private static void ask(Call call, HandlerService guard, Inside inside) throws Exception {
        HandlerService before = inside.enter(guard);
        call.logContext(guard);
        try {
            guard.interceptor().onEvent(call.context(guard.scope()));
        } finally {
            inside.leave(before);
        }
    }
}

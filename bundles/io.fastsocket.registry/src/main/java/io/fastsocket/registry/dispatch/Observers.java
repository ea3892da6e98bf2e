package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.sockets.Gate;

import java.util.List;

/** Shows an event that has been handled to those that look on. */
final class Observers {

    private Observers() {}

    /** Never throws; leaves out plugins too many calls of which are past their limit. */
    static void tell(Call call, List<HandlerService> services) {
        for (HandlerService observer : services) {
            Gate gate = observer.gate();
            if (!observer.scope().isolation().isSuspended() && gate.enter()) {
                try {
                    new Hook(call.core(), call.state(), null, call)
                            .callAll(observer, observer.observers());
                } finally {
                    gate.leave();
                }
            }
        }
    }
}

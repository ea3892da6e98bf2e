package io.fastsocket.registry.dispatch;

import io.fastsocket.api.EventException;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.sockets.Contracted;
import io.fastsocket.spi.contract.PayloadCheck;

/** Makes a handler's parameters from what a client sent, as its plugin's contract allows. */
final class CheckedArguments {

    private CheckedArguments() {}

    /** Throws EventException, validation, if they do not fit, with all that is wrong. */
    static Object[] bind(Call call, EventMethod method) {
        PayloadCheck contract = contract(call, method);
        Object[] arguments;
        try {
            arguments = Arguments.bind(call, method.method(), method.service().scope());
        } catch (EventException e) {
            throw Contracted.more(e, contract, call.event().arguments());
        }
        if (contract != null) {
            Contracted.check(contract, call.event().arguments());
        }
        return arguments;
    }

    /** Null if it does not matter what was sent. */
    private static PayloadCheck contract(Call call, EventMethod method) {
        PayloadCheck contract = method.received();
        boolean counts = contract == null || contract.declared() || !call.isSynthetic();
        return counts ? contract : null;
    }
}

package io.fastsocket.registry.dispatch;

import io.fastsocket.api.Json;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.binding.Problems;
import io.fastsocket.registry.binding.Splitter;
import io.fastsocket.registry.binding.Target;
import io.fastsocket.registry.routing.BoundMethod;
import io.fastsocket.registry.routing.Parameter;
import io.fastsocket.registry.sockets.HandshakeView;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.registry.sockets.SocketView;
import io.fastsocket.spi.transport.Payload;

/** Makes a method's parameters from what a client sent, reporting all that is wrong at once. */
final class Arguments {

    private final Call call;
    private final BoundMethod method;
    private final Codec codec;
    private final Scope scope;
    private final Payload payload;
    private final Splitter values;
    private Problems problems;
    private int taken;

    private Arguments(Call call, BoundMethod method, Scope scope) {
        this.call = call;
        this.method = method;
        this.scope = scope;
        this.codec = scope.codec();
        this.payload = call.event().arguments();
        this.values = new Splitter(payload);
    }

    /** Throws EventException, validation, if they do not fit. */
    static Object[] bind(Call call, BoundMethod method, Scope scope) {
        return new Arguments(call, method, scope).bind();
    }

    private Object[] bind() {
        int count = method.parameters().size();
        Object[] parameters = new Object[count];
        boolean unbound = false;
        for (int i = 0; i < count; i++) {
            parameters[i] = value(method.parameters().get(i), i);
            unbound |= Target.unbound(parameters[i]);
        }
        if (values.count() > taken) {
            codec.ignore(values.count() - taken);
        }
        if (method.constraints() != null) {
            validate(parameters, unbound);
        }
        if (problems != null && !problems.isEmpty()) {
            throw problems.exception();
        }
        return parameters;
    }

    private Object value(Parameter parameter, int index) {
        return switch (parameter.kind()) {
            case SOCKET -> new SocketView(scope, call.state());
            case HANDSHAKE -> new HandshakeView(scope, call.state());
            case SERVER -> scope.server();
            case NAMESPACE_VALUE -> parameter.namespaceValue(call.state().client().namespace());
            case CONTEXT -> call.context(scope);
            case ACK -> new AckView<>(call, scope);
            case EVENT_NAME -> call.name();
            case ALL -> call.context(scope).arguments();
            case REST -> rest(parameter.argument());
            case RAW, VALUE -> clientValue(parameter, index);
            case REASON -> throw new IllegalStateException("an event has no reason");
        };
    }

    private Object clientValue(Parameter parameter, int index) {
        int argument = parameter.argument();
        taken = Math.max(taken, argument + 1);
        Target target = parameter.target();
        if (argument >= values.count()) {
            if (target != null && target.optional()) {
                return target.missing();
            }
            problems(index).add("", "is missing");
            return Target.UNBOUND;
        }
        int start = values.start(argument);
        int length = values.length(argument);
        if (target == null) {
            return codec.raw(payload, start, length);
        }
        boolean counted = !call.state().client().synthetic();
        return (counted ? target : target.uncounted())
                .bind(payload.bytes(), start, length, payload.attachments(), problems(index));
    }

    private Json[] rest(int from) {
        int count = Math.max(0, values.count() - from);
        Json[] rest = new Json[count];
        for (int i = 0; i < count; i++) {
            rest[i] = codec.raw(payload, values.start(from + i), values.length(from + i));
        }
        taken = Math.max(taken, values.count());
        return rest;
    }

    private Problems problems(int parameter) {
        if (problems == null) {
            problems = new Problems();
        }
        problems.prefix(method.prefixes()[parameter]);
        return problems;
    }

    private void validate(Object[] parameters, boolean unbound) {
        String[] prefixes = method.prefixes();
        Object[] given = parameters;
        if (unbound) {
            prefixes = prefixes.clone();
            given = parameters.clone();
            for (int i = 0; i < given.length; i++) {
                if (Target.unbound(given[i])) {
                    given[i] = null;
                    prefixes[i] = null;
                }
            }
        }
        if (problems == null) {
            problems = new Problems();
        }
        method.constraints().validate(method.handler(), given, prefixes, problems);
    }
}

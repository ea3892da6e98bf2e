package io.fastsocket.registry.streams;

import io.fastsocket.api.Emission;
import io.fastsocket.api.Emits;
import io.fastsocket.registry.streams.StreamMethod.Output.Kind;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.concurrent.Flow;

/** What becomes of what a stream's method returns. */
final class OutputBinder {

    private OutputBinder() {}

    /**
     * Looks at what a method returns.
     *
     * @param emits what it says it sends
     * @param dynamic the namespace, if its name has values; else null
     * @throws IllegalArgumentException with the reason and the cure
     */
    static StreamMethod.Output bind(Method method, Emits[] emits, String dynamic) {
        Class<?> type = method.getReturnType();
        if (type == void.class || type == Completable.class) {
            Kind kind = type == void.class ? Kind.NOTHING : Kind.COMPLETABLE;
            return new StreamMethod.Output(kind, false, "", "");
        }
        boolean publisher = type == Flow.Publisher.class;
        if (type != Flowable.class && !publisher) {
            throw new IllegalArgumentException(
                    "returns "
                            + type.getTypeName()
                            + "; return a Flowable or Flow.Publisher of what is sent, or a"
                            + " Completable or nothing if nothing is");
        }
        Type content = Generics.content(method.getGenericReturnType());
        Class<?> payload = content == null ? Object.class : Generics.raw(content);
        if (payload == Emission.class) {
            return new StreamMethod.Output(Kind.EMISSIONS, publisher, "", "");
        }
        if (emits.length != 1) {
            throw new IllegalArgumentException(
                    "returns "
                            + method.getGenericReturnType().getTypeName()
                            + " and says by "
                            + (emits.length == 0 ? "no" : "several")
                            + " @Emits which event that is; "
                            + (emits.length == 0 ? "add" : "keep")
                            + " one, or return a Flowable<Emission>");
        }
        return event(emits[0], payload, publisher, dynamic);
    }

    private static StreamMethod.Output event(
            Emits emits, Class<?> payload, boolean publisher, String dynamic) {
        if (!emits.payload().isAssignableFrom(payload)) {
            throw new IllegalArgumentException(
                    "returns a stream of "
                            + payload.getSimpleName()
                            + ", and its @Emits says payload = "
                            + emits.payload().getSimpleName()
                            + ".class");
        }
        if (dynamic != null) {
            throw new IllegalArgumentException(
                    "is in namespace \""
                            + dynamic
                            + "\", whose name has values, so each element has to say where it goes:"
                            + " return a Flowable<Emission>");
        }
        return new StreamMethod.Output(Kind.EVENTS, publisher, emits.event(), emits.to());
    }
}

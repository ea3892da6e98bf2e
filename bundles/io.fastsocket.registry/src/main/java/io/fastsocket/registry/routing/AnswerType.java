package io.fastsocket.registry.routing;

import io.fastsocket.registry.routing.Parameter.Kind;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;

/** The type of the acknowledgement that a method gives. */
final class AnswerType {

    private AnswerType() {}

    /** Null if it has no argument. */
    static AnnotatedType of(Method method, BoundMethod bound) {
        return switch (bound.answer()) {
            case NOTHING, STREAM -> null;
            case VALUE -> method.getAnnotatedReturnType();
            case STAGE, RX -> content(method.getAnnotatedReturnType());
            case BY_ACK -> content(ack(method, bound));
        };
    }

    private static AnnotatedType ack(Method method, BoundMethod bound) {
        for (int i = 0; i < bound.parameters().size(); i++) {
            if (bound.parameters().get(i).kind() == Kind.ACK) {
                return method.getAnnotatedParameterTypes()[i];
            }
        }
        throw new IllegalStateException(bound.name() + " answers by an Ack that it does not have");
    }

    /** What is within; a type that says nothing of that stands for itself. */
    private static AnnotatedType content(AnnotatedType wrapper) {
        if (!(wrapper instanceof AnnotatedParameterizedType parameterized)) {
            return wrapper.getType().getTypeName().endsWith(".Completable") ? null : wrapper;
        }
        AnnotatedType content = parameterized.getAnnotatedActualTypeArguments()[0];
        return content.getType() == Void.class ? null : content;
    }
}

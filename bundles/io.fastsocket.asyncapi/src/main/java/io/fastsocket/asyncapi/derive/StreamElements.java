package io.fastsocket.asyncapi.derive;

import io.fastsocket.api.Received;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;

/** A method that takes the stream of an event: what a client sends is one element of it. */
final class StreamElements {

    /** By name, since RxJava need not be there. */
    private static final Set<String> WRAPPERS =
            Set.of(
                    "io.reactivex.rxjava3.core.Flowable",
                    "java.util.concurrent.Flow$Publisher",
                    Received.class.getName());

    private StreamElements() {}

    /** What a client sends for a parameter of that type: the type itself if it is no stream. */
    static AnnotatedType sent(AnnotatedType type) {
        if (type instanceof AnnotatedWildcardType wildcard) {
            return sent(wildcard.getAnnotatedUpperBounds()[0]);
        }
        return type instanceof AnnotatedParameterizedType wrapper && wraps(type.getType())
                ? sent(wrapper.getAnnotatedActualTypeArguments()[0])
                : type;
    }

    private static boolean wraps(Type type) {
        return type instanceof ParameterizedType parameterized
                && WRAPPERS.contains(parameterized.getRawType().getTypeName());
    }
}

package io.fastsocket.registry.routing;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;

import java.util.concurrent.CompletionStage;

/** Touched only where a plugin returns RxJava's types, since RxJava need not be there. */
public final class RxReturns {

    private RxReturns() {}

    /** Whether a type can be awaited; throws NoClassDefFoundError without RxJava. */
    static boolean awaited(Class<?> type) {
        return type == Single.class || type == Maybe.class || type == Completable.class;
    }

    /**
     * Subscribes.
     *
     * @param returned what the method returned
     * @return completes with its value; with null if it has none
     */
    public static CompletionStage<?> stage(Object returned) {
        return switch (returned) {
            case Single<?> single -> single.toCompletionStage();
            case Maybe<?> maybe -> maybe.toCompletionStage(null);
            case Completable completable -> completable.toCompletionStage(null);
            default -> throw new IllegalArgumentException(returned.getClass().getName());
        };
    }
}

package io.fastsocket.plugins.leaks;

import java.util.List;
import java.util.Optional;

/**
 * What holds a class loader, in words.
 *
 * @param kind a word, as {@link io.fastsocket.spi.observe.Leak} lists them
 * @param what by name: a part of a sentence
 * @param cure what to do about it: a sentence
 * @param path the way to it, a line each; empty if there is none
 */
public record Holder(String kind, String what, String cure, List<String> path) {

    static Holder of(Optional<RootPath> path) {
        return path.map(way -> of(Habit.of(way), way))
                .orElseGet(
                        () ->
                                new Holder(
                                        "soft",
                                        "nothing but soft references, or the JVM itself",
                                        "It goes when memory is needed; look again if it does not.",
                                        List.of()));
    }

    private static Holder of(Habit habit, RootPath way) {
        return new Holder(habit.kind(), habit.what(way), habit.cure(), way.lines());
    }
}

package io.fastsocket.asyncapi.schema;

import java.util.List;

/**
 * What is seen of a value by looking at its letters, without making anything of them. Never more
 * than a validator would say: what it would take to know goes without an answer. Usable by any
 * thread.
 */
@FunctionalInterface
public interface Seen {

    /** Of schemas that allow everything. */
    Seen ALWAYS = (tokens, value) -> Truth.YES;

    /** Of schemas that allow nothing. */
    Seen WRONG = (tokens, value) -> Truth.NO;

    /** Of schemas that something is not known about. */
    Seen NEVER = (tokens, value) -> Truth.UNKNOWN;

    /**
     * Whether a value is as a schema wants it.
     *
     * @param tokens of the text that it is in
     * @param value which of them
     * @return what is seen
     */
    Truth of(Tokens tokens, int value);

    /** What holds if all of several do. */
    static Seen all(List<Seen> several) {
        List<Seen> wanted = several.stream().filter(one -> !one.equals(ALWAYS)).toList();
        if (wanted.size() < 2) {
            return wanted.isEmpty() ? ALWAYS : wanted.getFirst();
        }
        Seen[] all = wanted.toArray(Seen[]::new);
        return (tokens, value) -> {
            Truth truth = Truth.YES;
            for (Seen one : all) {
                Truth seen = one.of(tokens, value);
                if (seen == Truth.NO) {
                    return seen;
                }
                truth = truth.and(seen);
            }
            return truth;
        };
    }

    /** What holds if one of several does. */
    static Seen any(List<Seen> several) {
        return all(several.stream().map(Seen::not).toList()).not();
    }

    /** What holds if one of several does and no other. */
    static Seen one(List<Seen> several) {
        Seen[] all = several.toArray(Seen[]::new);
        return (tokens, value) -> {
            boolean met = false;
            boolean sure = true;
            for (Seen one : all) {
                Truth seen = one.of(tokens, value);
                if (seen == Truth.YES && met) {
                    return Truth.NO;
                }
                met |= seen == Truth.YES;
                sure &= seen != Truth.UNKNOWN;
            }
            return sure ? Truth.of(met) : Truth.UNKNOWN;
        };
    }

    /** The opposite. */
    default Seen not() {
        return (tokens, value) -> of(tokens, value).not();
    }

    /** What holds where this does, and what holds elsewhere. */
    default Seen choose(Seen then, Seen otherwise) {
        return (tokens, value) ->
                switch (of(tokens, value)) {
                    case YES -> then.of(tokens, value);
                    case NO -> otherwise.of(tokens, value);
                    case UNKNOWN -> {
                        Truth one = then.of(tokens, value);
                        yield one == otherwise.of(tokens, value) ? one : Truth.UNKNOWN;
                    }
                };
    }
}

package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.function.Predicate;

/**
 * What is quickly seen of values.
 *
 * @param valid whether a value is seen to be as a schema wants it
 * @param exact whether one that is not seen to be is not
 */
record Seen(Predicate<JsonNode> valid, boolean exact) {

    static final Seen ALWAYS = new Seen(value -> true, true);

    /** Of schemas that allow nothing. */
    static final Seen WRONG = new Seen(value -> false, true);

    /** Of schemas that something is not known about. */
    static final Seen NEVER = new Seen(value -> false, false);

    /** One that may miss what is valid. */
    static Seen roughly(Predicate<JsonNode> valid) {
        return new Seen(valid, false);
    }

    static Seen exactly(Predicate<JsonNode> valid) {
        return new Seen(valid, true);
    }

    boolean test(JsonNode value) {
        return valid.test(value);
    }

    /** What holds if all of several do. */
    static Seen all(List<Seen> several) {
        List<Seen> wanted = several.stream().filter(one -> !one.equals(ALWAYS)).toList();
        if (wanted.size() < 2) {
            return wanted.isEmpty() ? ALWAYS : wanted.getFirst();
        }
        Seen[] all = wanted.toArray(Seen[]::new);
        return new Seen(
                value -> {
                    for (Seen one : all) {
                        if (!one.test(value)) {
                            return false;
                        }
                    }
                    return true;
                },
                wanted.stream().allMatch(Seen::exact));
    }

    Seen or(Seen other) {
        return new Seen(v -> valid.test(v) || other.valid.test(v), exact && other.exact);
    }

    /** Nothing is seen of the opposite of what is seen roughly. */
    Seen not() {
        return exact ? exactly(v -> !valid.test(v)) : NEVER;
    }

    /** What holds where this does, and what holds elsewhere. */
    Seen choose(Seen then, Seen otherwise) {
        return exact
                ? new Seen(
                        v -> valid.test(v) ? then.test(v) : otherwise.test(v),
                        then.exact && otherwise.exact)
                : roughly(v -> then.test(v) && (valid.test(v) || otherwise.test(v)));
    }
}

package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Quote;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How differences are told: always from old to new, whichever of them was asked to allow what the
 * other does.
 *
 * @param wideIsNew whether the new schema was asked to allow what the old one does
 */
record Words(boolean wideIsNew) {

    private static final int MOST = 5;

    /** What to say if the new schema is the stricter one, and what if the old one was. */
    String say(String stricter, String looser) {
        return wideIsNew ? stricter : looser;
    }

    /** A keyword that always has a value. */
    String other(String keyword, String narrow, String wide) {
        return "%s is now %s, and was %s"
                .formatted(keyword, wideIsNew ? wide : narrow, wideIsNew ? narrow : wide);
    }

    /** A keyword that has a value: null where there is none. */
    String changed(String keyword, Object narrow, Object wide) {
        Object old = wideIsNew ? narrow : wide;
        Object now = wideIsNew ? wide : narrow;
        if (old == null) {
            return keyword + " is now " + now + ", and was not limited";
        }
        return now == null
                ? keyword + " is no longer limited, and was " + old
                : keyword + " is now " + now + ", and was " + old;
    }

    /** Some values, for people. */
    static String values(Collection<JsonNode> values) {
        String some =
                values.stream()
                        .limit(MOST)
                        .map(value -> value.isContainerNode() ? value.toString() : Quote.of(value))
                        .collect(Collectors.joining(", "));
        return values.size() > MOST ? some + " and " + (values.size() - MOST) + " more" : some;
    }
}

package io.fastsocket.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What the sockets that were asked have answered.
 *
 * @param <T> the answers' type
 * @param values the answers, in no order; null for a client that answered null or nothing
 * @param missing ids of the sockets that did not answer in time, left before they did, or answered
 *     what does not fit
 */
public record Answers<T>(List<T> values, Set<String> missing) {

    /** Keeps copies. */
    public Answers {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        missing = Set.copyOf(missing);
    }
}

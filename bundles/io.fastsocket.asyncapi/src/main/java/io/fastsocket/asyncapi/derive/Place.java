package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A place that takes a value.
 *
 * @param bare what it takes, null left aside
 * @param refusesNull whether it does not take null, and has to be there
 * @param optional whether it is an Optional that may be empty
 */
record Place(ObjectNode bare, boolean refusesNull, boolean optional) {

    /** What it takes, null included if it does. */
    ObjectNode schema() {
        return refusesNull ? bare : Nullable.of(bare);
    }
}

package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What a contract says about one event in one direction.
 *
 * @param address the namespace
 * @param action {@code receive} or {@code send}, as the server sees it
 * @param event its name
 * @param message the event
 * @param replies the acknowledgements; null if the contract says nothing of any
 * @param channel what else is said of the namespace
 * @param operation what else is said of the event
 */
record Part(
        String address,
        String action,
        String event,
        ObjectNode message,
        List<ObjectNode> replies,
        ObjectNode channel,
        ObjectNode operation) {

    static final String RECEIVE = "receive";
    static final String SEND = "send";

    /** The same for all that say something about the same; names of values do not matter. */
    String key() {
        return key(action, address, event);
    }

    static String key(String action, String address, String event) {
        return action + " " + address.replaceAll("\\{[^}]*}", "{}") + " " + event;
    }
}

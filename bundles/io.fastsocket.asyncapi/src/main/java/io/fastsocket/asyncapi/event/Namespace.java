package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A namespace: a channel of a contract.
 *
 * @param address as it is written
 * @param channel as it stands in the document, references followed
 */
public record Namespace(String address, JsonNode channel) {

    /** The same for addresses that mean the same namespaces: parameters have no names there. */
    public static String key(String address) {
        String plain = address.replaceAll("\\{[^{}]*}", "{}");
        return plain.startsWith("/") ? plain : "/" + plain;
    }
}

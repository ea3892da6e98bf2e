package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.event.Message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What schemas say of the elements of an array.
 *
 * @param parts all of them hold
 */
record Elements(List<JsonNode> parts) {

    /** From this element on, all are alike. */
    int described() {
        return parts.stream().mapToInt(Elements::listed).max().orElse(0);
    }

    private static int listed(JsonNode part) {
        return part.path("items").isArray() ? part.path("items").size() : 0;
    }

    /** All that is said of an element; empty if nothing is. */
    List<JsonNode> at(int index) {
        List<JsonNode> schemas = new ArrayList<>();
        for (JsonNode part : parts) {
            JsonNode items = part.path("items");
            if (!items.isArray() && !items.isMissingNode()) {
                schemas.add(items);
            } else if (index < items.size()) {
                schemas.add(items.get(index));
            } else if (items.isArray() && part.has("additionalItems")) {
                schemas.add(part.get("additionalItems"));
            }
        }
        return schemas;
    }

    /** How many there are at most, or null. */
    BigDecimal most() {
        BigDecimal most = null;
        for (JsonNode part : parts) {
            most = less(most, Literals.number(part, "maxItems"));
            JsonNode more = part.path("additionalItems");
            if (part.path("items").isArray() && more.isBoolean() && !more.booleanValue()) {
                most = less(most, BigDecimal.valueOf(listed(part)));
            }
        }
        return most;
    }

    private static BigDecimal less(BigDecimal one, BigDecimal other) {
        return one == null ? other : other == null ? one : one.min(other);
    }

    /** How many there are at least; of arguments that are listed none may be missing. */
    BigDecimal least() {
        BigDecimal least = BigDecimal.ZERO;
        for (JsonNode part : parts) {
            BigDecimal own = Literals.number(part, "minItems");
            if (own == null && Message.isArguments(part)) {
                own = BigDecimal.valueOf(listed(part));
            }
            least = own == null ? least : least.max(own);
        }
        return least;
    }
}

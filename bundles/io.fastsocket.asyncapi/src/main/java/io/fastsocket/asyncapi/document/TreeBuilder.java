package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What reading YAML and reading JSON have in common: the tree grows, and limits hold. */
final class TreeBuilder {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final Places places;
    private final Budget budget;

    TreeBuilder(String file, Places places, Budget budget) {
        this.file = file;
        this.places = places;
        this.budget = budget;
    }

    /** A value begins. */
    void count(int depth, int line, int column) throws UnreadableException {
        if (depth > Limits.DEPTH) {
            throw new UnreadableException(
                    line, column, "more than " + Limits.DEPTH + " levels deep; nothing needs that");
        }
        if (!budget.take(1)) {
            throw new UnreadableException(
                    line,
                    column,
                    "more than " + Limits.VALUES + " values; split the document into several");
        }
    }

    ObjectNode object(Place place) {
        ObjectNode node = NODES.objectNode();
        places.put(node, place);
        return node;
    }

    ArrayNode array(Place place) {
        ArrayNode node = NODES.arrayNode();
        places.put(node, place);
        return node;
    }

    Place place(Place parent, Object key, int line, int column) {
        return new Place(parent, key, file, line, column);
    }

    Place placeOf(JsonNode node) {
        return places.of(node);
    }

    /** A name that an object has already. */
    UnreadableException twice(ObjectNode object, Place place, String name, int line, int column) {
        return new UnreadableException(
                line,
                column,
                "%s stands here twice, first in line %d: take one away"
                        .formatted(Quote.of(name), place.member(object, name)[0]));
    }
}

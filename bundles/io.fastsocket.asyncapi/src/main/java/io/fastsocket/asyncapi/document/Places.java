package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Where the parts of documents stand. Objects and arrays are known by identity; scalars may be
 * shared.
 */
public final class Places {

    private final IdentityHashMap<JsonNode, Place> places = new IdentityHashMap<>();

    /**
     * A place, for people.
     *
     * @param file as the document names it; null for the document itself
     * @param pointer within that file
     * @param line from 1
     * @param column from 1
     */
    public record Spot(String file, String pointer, int line, int column) {}

    void put(JsonNode container, Place place) {
        places.put(container, place);
    }

    Place of(JsonNode container) {
        return places.get(container);
    }

    /** A copy of a part stands where the part does. */
    void copied(JsonNode from, JsonNode to) {
        places.put(to, places.get(from));
    }

    /**
     * Where an object or array was written.
     *
     * @return null if it was not, but made since
     */
    public Spot spot(JsonNode container) {
        Place place = places.get(container);
        return place == null
                ? null
                : new Spot(place.file, place.pointer(), place.line, place.column);
    }

    /** A number that is written as text is one all the same, if it is to be one. */
    private static Object key(JsonNode holder, Object key) {
        return holder.isArray() && key instanceof String text && text.matches("[0-9]{1,9}")
                ? Integer.valueOf(text)
                : key;
    }

    /**
     * Where something stands. What a reference leads to stands where it was written; of what is not
     * there, the place is that of what it should be in.
     *
     * @param root a whole document, as written or as meant
     * @param path from there: names and numbers, which may be texts
     * @return never null
     */
    public Spot spot(JsonNode root, List<?> path) {
        JsonNode node = root;
        Place place = places.get(root);
        if (place == null) {
            return new Spot(null, Pointers.of(path), 1, 1); // the whole is a scalar
        }
        for (int i = 0; i < path.size(); i++) {
            Object key = key(node, path.get(i));
            int[] member = place.member(node, key);
            if (member == null) {
                String missing = Pointers.of(path.subList(i, path.size()));
                return new Spot(place.file, place.pointer() + missing, place.line, place.column);
            }
            node = key instanceof Integer index ? node.get(index) : node.get(key.toString());
            Place next = node == null ? null : places.get(node);
            if (next == null) {
                List<Object> rest = new ArrayList<>(path.subList(i, path.size()));
                return new Spot(
                        place.file, place.pointer() + Pointers.of(rest), member[0], member[1]);
            }
            place = next;
        }
        return new Spot(place.file, place.pointer(), place.line, place.column);
    }
}

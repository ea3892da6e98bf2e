package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts in the place of each reference what it leads to. Nothing is copied that need not be: parts
 * that are referred to from several places are the same object in each. Where a part would contain
 * itself, the reference stays.
 */
final class Resolver {

    static final String REF = "$ref";

    private final Sources sources;
    private final Places places;
    private final IdentityHashMap<JsonNode, JsonNode> done = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Long> sizes = new IdentityHashMap<>();
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Unresolved> unresolved = new ArrayList<>();
    private final IdentityHashMap<JsonNode, JsonNode> cycles = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, JsonNode> links = new IdentityHashMap<>();

    /**
     * A reference that leads nowhere.
     *
     * @param holder the object that it is the member of
     * @param message why, and what to do
     */
    record Unresolved(JsonNode holder, String message) {}

    /** The whole has become too large. */
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    private record Target(JsonNode node, Source source) {}

    Resolver(Sources sources, Places places) {
        this.sources = sources;
        this.places = places;
    }

    List<Unresolved> unresolved() {
        return unresolved;
    }

    /**
     * For each reference that stays, since its part would contain itself: what it leads to, as it
     * is meant.
     */
    Map<JsonNode, JsonNode> cycles() {
        cycles.replaceAll((holder, target) -> done.getOrDefault(target, target));
        return cycles;
    }

    /** What each reference leads to, as it was written. */
    Map<JsonNode, JsonNode> links() {
        return links;
    }

    /** The document as it is meant. */
    JsonNode resolve(Source source) throws TooLargeException, InterruptedException {
        return resolve(source.root(), source, 1);
    }

    private JsonNode resolve(JsonNode node, Source source, int depth)
            throws TooLargeException, InterruptedException {
        if (node.isValueNode() || node.isMissingNode()) {
            return node;
        }
        JsonNode known = done.get(node);
        if (known != null) {
            return known;
        }
        if (depth > Limits.RESOLVED_DEPTH) {
            throw new TooLargeException(
                    "references lead more than " + Limits.RESOLVED_DEPTH + " levels deep");
        }
        open.add(node);
        JsonNode resolved =
                reference(node) == null
                        ? container(node, source, depth)
                        : followed(node, source, depth);
        open.remove(node);
        done.put(node, resolved);
        return resolved;
    }

    private static String reference(JsonNode node) {
        JsonNode reference = node.get(REF);
        return reference != null && reference.isTextual() ? reference.textValue() : null;
    }

    private JsonNode followed(JsonNode holder, Source source, int depth)
            throws TooLargeException, InterruptedException {
        try {
            Target target = target(holder, source);
            links.put(holder, target.node());
            if (open.contains(target.node())) {
                if (reference(target.node()) != null) {
                    throw new ReferenceException("leads back to itself, and so to nothing");
                }
                cycles.put(holder, target.node());
                return holder;
            }
            return resolve(target.node(), target.source(), depth);
        } catch (ReferenceException e) {
            unresolved.add(
                    new Unresolved(holder, Quote.of(reference(holder)) + " " + e.getMessage()));
            return holder;
        }
    }

    @SuppressWarnings("ReferenceEquality") // equal is not enough: places belong to objects
    private JsonNode container(JsonNode node, Source source, int depth)
            throws TooLargeException, InterruptedException {
        long size = 1;
        JsonNode copy = null;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                JsonNode resolved = resolve(member.getValue(), source, depth + 1);
                size += size(resolved);
                if (resolved != member.getValue()) {
                    copy = copy == null ? shallow((ObjectNode) node) : copy;
                    ((ObjectNode) copy).set(member.getKey(), resolved);
                }
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                JsonNode resolved = resolve(node.get(i), source, depth + 1);
                size += size(resolved);
                if (resolved != node.get(i)) {
                    copy =
                            copy == null
                                    ? TreeBuilder.NODES.arrayNode().addAll((ArrayNode) node)
                                    : copy;
                    ((ArrayNode) copy).set(i, resolved);
                }
            }
        }
        if (size > Limits.RESOLVED_VALUES) {
            throw new TooLargeException(
                    "more than " + Limits.RESOLVED_VALUES + " values once references are followed");
        }
        JsonNode resolved = copy == null ? node : copy;
        if (copy != null) {
            places.copied(node, copy);
        }
        sizes.put(resolved, size);
        return resolved;
    }

    private static ObjectNode shallow(ObjectNode node) {
        ObjectNode copy = TreeBuilder.NODES.objectNode();
        copy.setAll(node);
        return copy;
    }

    private long size(JsonNode resolved) {
        return sizes.getOrDefault(resolved, 1L);
    }

    /** What a reference leads to, over as many files and further references as it takes. */
    private Target target(JsonNode holder, Source source)
            throws ReferenceException, InterruptedException {
        return target(holder, source, 0);
    }

    private Target target(JsonNode holder, Source source, int hops)
            throws ReferenceException, InterruptedException {
        if (hops > Limits.DEPTH) {
            throw new ReferenceException("leads in a circle");
        }
        String reference = reference(holder);
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        Source there = file.isEmpty() ? source : sources.follow(file, source);
        List<String> path = Pointers.path(fragment);
        if (path == null) {
            throw new ReferenceException("is no JSON Pointer: behind # there must be a /");
        }
        return walk(new Target(there.root(), there), path, hops);
    }

    private Target walk(Target start, List<String> path, int hops)
            throws ReferenceException, InterruptedException {
        Target at = start;
        for (String key : path) {
            if (reference(at.node()) != null && !at.node().has(key)) {
                at = target(at.node(), at.source(), hops + 1);
            }
            JsonNode next = at.node().isArray() ? element(at.node(), key) : at.node().get(key);
            if (next == null) {
                throw new ReferenceException(
                        "leads to nothing: there is no " + Quote.of(key) + nearest(at.node(), key));
            }
            at = new Target(next, at.source());
        }
        if (at.node().isMissingNode()) {
            throw new ReferenceException("leads to an empty file");
        }
        return at;
    }

    private static JsonNode element(JsonNode array, String key) {
        return key.matches("0|[1-9][0-9]{0,8}") ? array.get(Integer.parseInt(key)) : null;
    }

    private static String nearest(JsonNode node, String key) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        String found = Nearest.to(key, names);
        return found == null ? "" : "; did you mean " + Quote.of(found) + "?";
    }
}

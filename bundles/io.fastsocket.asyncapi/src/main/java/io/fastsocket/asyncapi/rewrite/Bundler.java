package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.document.Places.Spot;
import io.fastsocket.asyncapi.document.Pointers;
import io.fastsocket.spi.contract.InvalidContractException;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One document of several files. What is referred to from elsewhere becomes a component, once,
 * under the name that it had; where a name stands that leads to another file, its content is put
 * there.
 */
public final class Bundler {

    private static final String REF = "$ref";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Document document;
    private final boolean onlyComponents;
    private final IdentityHashMap<JsonNode, String> homes = new IdentityHashMap<>();
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Moved> moved = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();

    private record Moved(JsonNode part, String kind, String name) {}

    private Bundler(Document document, boolean onlyComponents) {
        this.document = document;
        this.onlyComponents = onlyComponents;
    }

    /**
     * A valid document, without references to other files.
     *
     * @throws InvalidContractException if something contains itself that can be no component
     */
    public static ObjectNode bundle(Document document) throws InvalidContractException {
        return new Bundler(document, false).bundle();
    }

    /** The same, and references lead to components alone. */
    static ObjectNode componentsOnly(Document document) throws InvalidContractException {
        return new Bundler(document, true).bundle();
    }

    private ObjectNode bundle() throws InvalidContractException {
        JsonNode root = document.written();
        root.properties().forEach(m -> definitions("/" + m.getKey(), m.getValue(), m.getKey()));
        ObjectNode bundled = (ObjectNode) copy(root, Grammar.ROOT, "");
        while (!moved.isEmpty()) {
            Moved next = moved.remove();
            JsonNode copy = copy(next.part(), next.kind(), homes.get(next.part()));
            ObjectNode components = object(bundled, "components");
            object(components, next.kind()).set(next.name(), copy);
        }
        return bundled;
    }

    private static ObjectNode object(ObjectNode holder, String name) {
        return holder.get(name) instanceof ObjectNode there ? there : holder.putObject(name);
    }

    /** Names that stand in the document already, and where they lead to other files. */
    private void definitions(String pointer, JsonNode named, String kind) {
        if (kind.equals("components")) {
            named.properties()
                    .forEach(
                            m -> definitions(pointer + "/" + m.getKey(), m.getValue(), m.getKey()));
        } else if (Grammar.isNamed(kind)) {
            for (Map.Entry<String, JsonNode> one : named.properties()) {
                String home = pointer + Pointers.of(List.of(one.getKey()));
                taken.add(home);
                JsonNode target = target(one.getValue());
                if (target != null && isForeign(target)) {
                    homes.putIfAbsent(target, home);
                }
            }
        }
    }

    /** What a reference leads to in the end, or null for what is none. */
    private JsonNode target(JsonNode holder) {
        JsonNode target = document.links().get(holder);
        while (target != null && isForeign(target) && document.links().containsKey(target)) {
            target = document.links().get(target);
        }
        return target;
    }

    /** Whether it cannot be referred to where it is. */
    private boolean isForeign(JsonNode target) {
        Spot spot = document.places().spot(target);
        if (spot == null || spot.file() != null) {
            return true;
        }
        return onlyComponents && !spot.pointer().matches("/components/(schemas/.*|[^/]+/[^/]+)");
    }

    /**
     * A copy of a part.
     *
     * @param kind what it is, as the grammar has it
     * @param at where it will stand; null if nobody will refer to it
     */
    private JsonNode copy(JsonNode part, String kind, String at) throws InvalidContractException {
        if (part.isValueNode() || part.isMissingNode()) {
            return part;
        }
        if (document.links().containsKey(part)) {
            return reference(part, kind, at);
        }
        if (part.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            for (JsonNode element : part) {
                copy.add(copy(element, Grammar.member(kind, part, ""), null));
            }
            return copy;
        }
        ObjectNode copy = NODES.objectNode();
        for (Map.Entry<String, JsonNode> one : part.properties()) {
            String member = Grammar.member(kind, part, one.getKey());
            String there = at == null ? null : at + Pointers.of(List.of(one.getKey()));
            copy.set(one.getKey(), copy(one.getValue(), member, there));
        }
        return copy;
    }

    private JsonNode reference(JsonNode holder, String kind, String at)
            throws InvalidContractException {
        Spot own = document.places().spot(holder);
        boolean here = own != null && own.file() == null;
        if (!onlyComponents && here && holder.path(REF).asText().startsWith("#")) {
            return holder; // it leads there as before, also if other references are on its way
        }
        JsonNode target = target(holder);
        if (!isForeign(target)) {
            return NODES.objectNode().put(REF, "#" + document.places().spot(target).pointer());
        }
        String home = homes.get(target);
        if (home == null && target.isObject() && Grammar.isComponent(kind)) {
            home = moved(target, kind);
        }
        return home == null || home.equals(at)
                ? inPlace(target, kind, at)
                : NODES.objectNode().put(REF, "#" + home);
    }

    private String moved(JsonNode target, String kind) {
        Spot spot = document.places().spot(target);
        String section = "/components/" + kind + "/";
        String name =
                Names.unique(
                        Names.of(
                                spot == null ? "" : spot.pointer(),
                                spot == null ? null : spot.file()),
                        candidate -> taken.contains(section + candidate));
        String home = section + name;
        taken.add(home);
        homes.put(target, home);
        moved.add(new Moved(target, kind, name));
        return home;
    }

    private JsonNode inPlace(JsonNode target, String kind, String at)
            throws InvalidContractException {
        if (!open.add(target)) {
            Spot spot = document.places().spot(target);
            throw new InvalidContractException(
                    "%s#%s contains itself where that cannot be written in one document"
                            .formatted(spot.file() == null ? "" : spot.file(), spot.pointer()));
        }
        JsonNode copy = copy(target, kind, at);
        open.remove(target);
        return copy;
    }
}

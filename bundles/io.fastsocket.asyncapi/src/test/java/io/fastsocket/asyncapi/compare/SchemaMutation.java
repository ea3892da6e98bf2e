package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** An edit of one of the schemas that something that is received or sent has. */
record SchemaMutation(Edit edit, String schema, boolean received) implements Mutation {

    /** What an edit does to the values that are allowed. */
    enum Effect {
        FEWER,
        MORE,
        OTHERS,
        SAME
    }

    /** An edit, and where it can be made. */
    record Edit(
            String group,
            String name,
            Effect effect,
            Predicate<ObjectNode> where,
            BiConsumer<ObjectNode, Random> change) {}

    private record Spot(String path, ObjectNode node) {}

    @Override
    public String group() {
        return edit.group();
    }

    @Override
    public String name() {
        return edit.name();
    }

    @Override
    public boolean breaking() {
        return switch (edit.effect()) {
            case FEWER -> received;
            case MORE -> !received;
            case OTHERS -> true;
            case SAME -> false;
        };
    }

    @Override
    public String apply(ObjectNode contract, Random random) {
        List<Spot> spots = new ArrayList<>();
        for (String name : List.of(schema, schema + "Item", schema + "Person")) {
            collect(name, contract.at("/components/schemas/" + name), spots);
        }
        List<Spot> fitting = spots.stream().filter(s -> edit.where().test(s.node())).toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException("nowhere to do: " + edit.name());
        }
        Spot spot = fitting.get(random.nextInt(fitting.size()));
        edit.change().accept(spot.node(), random);
        return (received ? "received " : "sent ") + spot.path();
    }

    /** All schemas but those that tell possibilities apart, and references. */
    private static void collect(String path, JsonNode node, List<Spot> spots) {
        if (!(node instanceof ObjectNode schema) || schema.has("$ref")) {
            return;
        }
        spots.add(new Spot(path, schema));
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (!field.getKey().equals("by")) {
                collect(path + "." + field.getKey(), field.getValue(), spots);
            }
        }
        collect(path + "[]", schema.path("items"), spots);
        collect(path + "{}", schema.path("additionalProperties"), spots);
        schema.path("oneOf").forEach(branch -> collect(path + "|", branch, spots));
    }
}

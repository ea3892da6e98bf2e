package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Schemas of types that stand for several. */
final class Choices {

    private final TypeSchemas types;
    private final ObjectSchemas objects;

    Choices(TypeSchemas types, ObjectSchemas objects) {
        this.types = types;
        this.objects = objects;
    }

    ObjectNode of(Variants variants) {
        return switch (variants.how()) {
            case PROPERTY -> byProperty(variants);
            case MEMBERS ->
                    byMembers(variants.types().stream().map(Variants.Variant::type).toList());
            case ALONE, OTHERWISE -> TypeSchemas.anything();
        };
    }

    /** AsyncAPI wants the member described and required where it is named. */
    private ObjectNode byProperty(Variants variants) {
        ObjectNode choice = Scalars.typed("object");
        choice.putArray("required").add(variants.property());
        ObjectNode member = choice.putObject("properties").putObject(variants.property());
        ArrayNode ids = member.put("type", "string").putArray("enum");
        choice.put("discriminator", variants.property());
        for (Variants.Variant one : variants.types()) {
            ids.add(one.id());
            Tag tag = new Tag(variants.property(), one.id());
            choice.withArray("oneOf").add(types.reference(one.type(), tag));
        }
        return choice;
    }

    /**
     * A value is of the type that alone has all of its members that any of them has. One that has
     * members of several fits several here.
     */
    private ObjectNode byMembers(List<Class<?>> several) {
        ObjectNode choice = TypeSchemas.anything();
        boolean plain = several.stream().noneMatch(objects::isChoice);
        for (Class<?> one : several) {
            List<ObjectNode> telling = plain ? telling(one, several) : List.of();
            ObjectNode schema = types.of(one);
            if (telling != null) {
                choice.withArray("anyOf").add(telling.isEmpty() ? schema : all(schema, telling));
            }
        }
        return choice;
    }

    private static ObjectNode all(ObjectNode schema, List<ObjectNode> more) {
        ObjectNode all = TypeSchemas.anything();
        all.putArray("allOf").add(schema).addAll(more);
        return all;
    }

    /**
     * What else a value must have to be taken for one of several types, where its required members
     * do not tell it from another; null if nothing can.
     */
    private List<ObjectNode> telling(Class<?> one, List<Class<?>> several) {
        Set<String> own = objects.members(one);
        if (own.isEmpty()) {
            return List.of(Scalars.typed("object").put("maxProperties", 0));
        }
        List<ObjectNode> telling = new ArrayList<>();
        for (Class<?> other : several) {
            List<String> only = new ArrayList<>(own);
            only.removeAll(objects.members(other));
            if (other == one || only.stream().anyMatch(objects.required(one)::contains)) {
                continue;
            }
            if (only.isEmpty()) {
                return null;
            }
            ObjectNode any = TypeSchemas.anything();
            only.forEach(name -> any.withArray("anyOf").addObject().putArray("required").add(name));
            if (!telling.contains(any)) {
                telling.add(any);
            }
        }
        return telling;
    }
}

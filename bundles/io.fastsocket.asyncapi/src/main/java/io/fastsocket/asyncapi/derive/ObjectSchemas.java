package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Schemas of records and the like, and of types that stand for several of them. */
final class ObjectSchemas {

    private final Places places;
    private final Choices choices;

    /** The default type factory's cache is static, and would hold a plugin's classes for ever. */
    private final DeserializationConfig jackson =
            JsonMapper.builder()
                    .typeFactory(TypeFactory.defaultInstance().withCache(cache()))
                    .annotationIntrospector(new Sealed())
                    .build()
                    .getDeserializationConfig();

    private static LookupCache<Object, JavaType> cache() {
        return new LRUMap<>(16, 200);
    }

    ObjectSchemas(TypeSchemas types, Places places) {
        this.places = places;
        choices = new Choices(types, this);
    }

    /** What a class is, and what tells it apart if it is several. */
    private Variants variants(Class<?> raw) {
        return Variants.of(jackson, raw);
    }

    /** What a value of the very class says of itself; null if nothing. */
    Tag tag(Class<?> raw) {
        Variants variants = variants(raw);
        boolean itself = variants.types().size() == 1 && variants.types().getFirst().type() == raw;
        return itself && variants.how() == Variants.How.PROPERTY
                ? new Tag(variants.property(), variants.types().getFirst().id())
                : null;
    }

    /** What an enum takes. */
    ObjectNode constants(Class<?> raw) {
        return EnumValues.of(jackson, raw);
    }

    /** Whether a class stands for several. */
    boolean isChoice(Class<?> raw) {
        return variants(raw).how() != Variants.How.ALONE;
    }

    /**
     * The schema of a class.
     *
     * @param tag what its values say of themselves; null if nothing, or if that is to be found out
     */
    ObjectNode of(Class<?> raw, Bindings bindings, Tag tag) {
        Variants variants = tag == null ? variants(raw) : null;
        return variants == null || variants.how() == Variants.How.ALONE
                ? object(raw, bindings, tag)
                : choices.of(variants);
    }

    private ObjectNode object(Class<?> raw, Bindings bindings, Tag tag) {
        ObjectNode schema = Scalars.typed("object");
        ObjectNode properties = schema.objectNode();
        if (tag != null) {
            schema.putArray("required").add(tag.property());
            properties.putObject(tag.property()).put("type", "string").put("const", tag.id());
        }
        fields(raw)
                .forEach(
                        (name, field) -> {
                            if (tag != null && tag.property().equals(name)) {
                                return;
                            }
                            if (field == null) {
                                properties.set(name, TypeSchemas.anything());
                                return;
                            }
                            Place place = place(field, bindings);
                            properties.set(name, place.schema());
                            if (isRequired(raw, field, place.refusesNull())) {
                                schema.withArray("required").add(name);
                            }
                        });
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        return schema;
    }

    private Place place(Field field, Bindings bindings) {
        Place place = places.of(field, field.getAnnotatedType(), bindings);
        ObjectNode formatted = Formats.of(field);
        return formatted == null
                ? place
                : new Place(formatted, place.refusesNull(), place.optional());
    }

    /** A plain class cannot tell a primitive that is missing from zero. */
    private static boolean isRequired(Class<?> raw, Field field, boolean refusesNull) {
        JsonProperty said = field.getAnnotation(JsonProperty.class);
        return (refusesNull && (raw.isRecord() || !field.getType().isPrimitive()))
                || (said != null && said.required());
    }

    /** The members of a class's values. */
    Set<String> members(Class<?> raw) {
        return fields(raw).keySet();
    }

    /** Those that have to be there. */
    Set<String> required(Class<?> raw) {
        Set<String> required = new LinkedHashSet<>();
        fields(raw)
                .forEach(
                        (name, field) -> {
                            if (field != null
                                    && isRequired(raw, field, Places.refusesNull(field))) {
                                required.add(name);
                            }
                        });
        return required;
    }

    /** By name; the field is null where nothing is known of it. */
    private Map<String, Field> fields(Class<?> raw) {
        Map<String, Field> fields = new LinkedHashMap<>();
        JavaType type = jackson.constructType(raw);
        for (BeanPropertyDefinition property : jackson.introspect(type).findProperties()) {
            Field field = field(raw, property.getInternalName());
            if (field == null || !isIgnored(field)) {
                fields.put(property.getName(), field);
            }
        }
        return fields;
    }

    private static boolean isIgnored(Field field) {
        JsonIgnore said = field.getAnnotation(JsonIgnore.class);
        return said != null && said.value();
    }

    private static Field field(Class<?> raw, String name) {
        for (Class<?> type = raw;
                type != null && type != Object.class;
                type = type.getSuperclass()) {
            try {
                return type.getDeclaredField(name);
            } catch (NoSuchFieldException e) {
                // Maybe one further up.
            }
        }
        return null;
    }
}

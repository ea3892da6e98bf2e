package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;

import java.lang.reflect.Field;

/** Schemas of records and the like, and of sealed types, which are one of several. */
final class ObjectSchemas {

    private final TypeSchemas types;

    /** The default type factory's cache is static, and would hold a plugin's classes for ever. */
    private final DeserializationConfig jackson =
            JsonMapper.builder()
                    .typeFactory(TypeFactory.defaultInstance().withCache(cache()))
                    .build()
                    .getDeserializationConfig();

    private static LookupCache<Object, JavaType> cache() {
        return new LRUMap<>(16, 200);
    }

    ObjectSchemas(TypeSchemas types) {
        this.types = types;
    }

    ObjectNode of(Class<?> raw, Bindings bindings) {
        if (raw.isSealed()) {
            return oneOfThose(raw);
        }
        ObjectNode schema = Scalars.typed("object");
        ObjectNode properties = schema.objectNode();
        JavaType type = jackson.getTypeFactory().constructType(raw);
        for (BeanPropertyDefinition property : jackson.introspect(type).findProperties()) {
            Field field = field(raw, property.getInternalName());
            if (field == null) {
                properties.set(property.getName(), TypeSchemas.anything());
                continue;
            }
            TypeSchemas.Place place = types.place(field, field.getAnnotatedType(), bindings);
            properties.set(property.getName(), place.schema());
            if (place.refusesNull() && (raw.isRecord() || !field.getType().isPrimitive())) {
                schema.withArray("required").add(property.getName());
            }
        }
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        return schema;
    }

    /** Told apart by their members; a value may fit several of them. */
    private ObjectNode oneOfThose(Class<?> raw) {
        ObjectNode choice = TypeSchemas.anything();
        for (Class<?> permitted : raw.getPermittedSubclasses()) {
            choice.withArray("anyOf").add(types.of(permitted));
        }
        return choice;
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

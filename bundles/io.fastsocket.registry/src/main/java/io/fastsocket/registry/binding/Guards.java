package io.fastsocket.registry.binding;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionLikeType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.MapLikeType;
import com.fasterxml.jackson.databind.type.MapType;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Puts a {@link Guard} before each deserializer of Jackson's own. */
final class Guards extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;
    private static final String INVALID = "is not valid";
    private static final Set<Class<?>> MOMENTS =
            Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class, Date.class);

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> found) {
        if (found instanceof StrictScalar) {
            return found;
        }
        LogicalType type = found.logicalType();
        if (type == LogicalType.POJO) {
            return new Guard(found, Guard.Shape.OBJECT, INVALID);
        }
        Class<?> bound = bean.getBeanClass();
        if (type == LogicalType.DateTime) {
            boolean moment = MOMENTS.contains(bound);
            Guard.Shape shape = moment ? Guard.Shape.MOMENT : Guard.Shape.STRING;
            return new Guard(found, shape, "must be " + iso(bound));
        }
        if (type != LogicalType.OtherScalar) {
            return found;
        }
        Guard.Shape shape = bound == UUID.class ? Guard.Shape.UUID : Guard.Shape.STRING;
        return new Guard(found, shape, "must be a valid " + bound.getSimpleName());
    }

    private static String iso(Class<?> type) {
        return type.getSimpleName() + " in ISO 8601 format";
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription bean,
            JsonDeserializer<?> found) {
        List<String> names =
                Arrays.stream(type.getRawClass().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList();
        return new Guard(found, Guard.Shape.STRING, "must be one of " + names);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config,
            ArrayType type,
            BeanDescription bean,
            JsonDeserializer<?> found) {
        return found instanceof PrimitiveArray || found instanceof BinaryReader
                ? found
                : array(found);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription bean,
            JsonDeserializer<?> found) {
        return array(found);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionLikeDeserializer(
            DeserializationConfig config,
            CollectionLikeType type,
            BeanDescription bean,
            JsonDeserializer<?> found) {
        return array(found);
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config,
            MapType type,
            BeanDescription bean,
            JsonDeserializer<?> found) {
        return new Guard(found, Guard.Shape.OBJECT, INVALID);
    }

    @Override
    public JsonDeserializer<?> modifyMapLikeDeserializer(
            DeserializationConfig config,
            MapLikeType type,
            BeanDescription bean,
            JsonDeserializer<?> found) {
        return new Guard(found, Guard.Shape.OBJECT, INVALID);
    }

    private static Guard array(JsonDeserializer<?> found) {
        return new Guard(found, Guard.Shape.ARRAY, INVALID);
    }
}

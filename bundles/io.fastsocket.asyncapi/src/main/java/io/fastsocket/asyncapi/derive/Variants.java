package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.jsontype.NamedType;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The types that a value may be of where a type stands for several, and what tells them apart.
 *
 * @param how that is known
 * @param property the member that says it; empty if none does
 * @param types each with what is said there
 */
record Variants(How how, String property, List<Variant> types) {

    /** What tells types apart. */
    enum How {
        /** Nothing: it is but one. */
        ALONE,
        /** A member that all have. */
        PROPERTY,
        /** Which members there are. */
        MEMBERS,
        /** Something that is not looked into. */
        OTHERWISE
    }

    /**
     * One of the types.
     *
     * @param type the class
     * @param id what its values say of themselves; null if nothing
     */
    record Variant(Class<?> type, String id) {}

    private static final Set<As> MEMBER =
            EnumSet.of(As.PROPERTY, As.EXISTING_PROPERTY, As.EXTERNAL_PROPERTY);

    private static final Variants ALONE = new Variants(How.ALONE, "", List.of());
    private static final Variants OTHERWISE = new Variants(How.OTHERWISE, "", List.of());

    /** Those of a class, as Jackson's annotations or its seal say. */
    static Variants of(DeserializationConfig jackson, Class<?> raw) {
        AnnotatedClass annotated =
                jackson.introspectClassAnnotations(jackson.constructType(raw)).getClassInfo();
        JsonTypeInfo.Value info =
                jackson.getAnnotationIntrospector().findPolymorphicTypeInfo(jackson, annotated);
        if (info == null || info.getIdType() == JsonTypeInfo.Id.NONE) {
            return raw.isSealed() && !raw.isEnum() ? sealed(raw) : ALONE;
        }
        Collection<NamedType> known =
                jackson.getSubtypeResolver().collectAndResolveSubtypesByTypeId(jackson, annotated);
        return switch (info.getIdType()) {
            case DEDUCTION -> deduced(raw, variants(known, null));
            case NAME, SIMPLE_NAME, CLASS ->
                    MEMBER.contains(info.getInclusionType()) && info.getDefaultImpl() == null
                            ? tagged(info, known)
                            : OTHERWISE;
            default -> OTHERWISE;
        };
    }

    private static Variants deduced(Class<?> raw, List<Variant> types) {
        if (types.stream().noneMatch(one -> one.type() == raw)) {
            return new Variants(How.MEMBERS, "", types);
        }
        return types.size() == 1 ? ALONE : OTHERWISE;
    }

    private static Variants sealed(Class<?> raw) {
        List<Variant> types =
                Arrays.stream(raw.getPermittedSubclasses())
                        .map(type -> new Variant(type, null))
                        .toList();
        return new Variants(How.MEMBERS, "", types);
    }

    private static Variants tagged(JsonTypeInfo.Value info, Collection<NamedType> known) {
        return new Variants(
                How.PROPERTY, info.getPropertyName(), variants(known, info.getIdType()));
    }

    private static List<Variant> variants(Collection<NamedType> known, JsonTypeInfo.Id by) {
        List<Variant> variants = new ArrayList<>();
        for (NamedType one : known) {
            Class<?> type = one.getType();
            if (!Modifier.isAbstract(type.getModifiers())) {
                variants.add(new Variant(type, by == null ? null : id(one, by)));
            }
        }
        return variants;
    }

    /** As Jackson calls it where nobody says. */
    private static String id(NamedType type, JsonTypeInfo.Id by) {
        String name = type.getType().getName();
        if (by == JsonTypeInfo.Id.CLASS) {
            return name;
        }
        if (type.hasName()) {
            return type.getName();
        }
        String plain = name.substring(name.lastIndexOf('.') + 1);
        return by == JsonTypeInfo.Id.NAME ? plain : plain.substring(plain.lastIndexOf('$') + 1);
    }
}

package io.fastsocket.registry.binding;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;

import java.util.Arrays;
import java.util.List;

/** Tells the records of a sealed interface apart by their members, without annotations. */
final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    SealedTypes() {
        super();
    }

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated type) {
        JsonTypeInfo.Value said = super.findPolymorphicTypeInfo(config, type);
        if (said != null || !(type instanceof AnnotatedClass) || !isSealed(type.getRawType())) {
            return said;
        }
        return JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.DEDUCTION, JsonTypeInfo.As.PROPERTY, null, null, false, null, null);
    }

    @Override
    public List<NamedType> findSubtypes(Annotated type) {
        List<NamedType> said = super.findSubtypes(type);
        if (said != null || !(type instanceof AnnotatedClass) || !isSealed(type.getRawType())) {
            return said;
        }
        return Arrays.stream(type.getRawType().getPermittedSubclasses())
                .map(NamedType::new)
                .toList();
    }

    /**
     * An enum whose constants have bodies is sealed too, and so are some types of Java's, such as
     * EnumSet; but Jackson knows those by themselves.
     */
    static boolean isSealed(Class<?> type) {
        return type.isSealed() && !type.isEnum() && !type.getName().startsWith("java.");
    }
}

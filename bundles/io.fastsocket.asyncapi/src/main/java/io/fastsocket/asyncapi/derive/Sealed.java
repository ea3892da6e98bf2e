package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;

import java.util.Arrays;
import java.util.List;

/** What a sealed type permits are its subtypes, without annotations: so events are bound. */
final class Sealed extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    Sealed() {
        super();
    }

    @Override
    public List<NamedType> findSubtypes(Annotated type) {
        List<NamedType> said = super.findSubtypes(type);
        Class<?> raw = type.getRawType();
        if (said != null || !(type instanceof AnnotatedClass) || !raw.isSealed() || raw.isEnum()) {
            return said;
        }
        return Arrays.stream(raw.getPermittedSubclasses()).map(NamedType::new).toList();
    }
}

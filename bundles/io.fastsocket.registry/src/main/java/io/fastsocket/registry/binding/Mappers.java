package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.fastsocket.api.Json;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/** Sets Jackson up: strict in, plain out, and nothing shared between revisions. */
final class Mappers {

    private Mappers() {}

    static JsonMapper mapper(ClassLoader loader, Codec codec, LongAdder ignored) {
        SimpleModule module = new SimpleModule("fastsocket");
        StrictScalars.addTo(module);
        module.addDeserializer(byte[].class, new BinaryReader());
        module.addDeserializer(Json.class, new RawReader(codec));
        module.setDeserializerModifier(new Guards());
        Writers.addTo(module);
        return JsonMapper.builder(factory())
                .typeFactory(types(loader))
                .annotationIntrospector(new SealedTypes())
                .addModules(new Jdk8Module(), new JavaTimeModule(), module)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .addHandler(new Unknown(ignored))
                .build();
    }

    /** Buffers are pooled per factory: thread-local ones would be made anew by virtual threads. */
    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // RawReader finds the bytes of a value by it; messages never reach a client.
                .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                // An emoji as the four bytes that it is, not as twelve of escapes.
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .rootValueSeparator(",")
                .build();
    }

    /** The default instance's cache is static and would hold a plugin's classes for ever. */
    private static TypeFactory types(ClassLoader loader) {
        LookupCache<Object, JavaType> cache = new LRUMap<>(16, 200);
        return TypeFactory.defaultInstance().withCache(cache).withClassLoader(loader);
    }

    /** Skips and counts members that the type does not have. */
    private static final class Unknown extends DeserializationProblemHandler {

        private final LongAdder ignored;

        Unknown(LongAdder ignored) {
            this.ignored = ignored;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser p,
                JsonDeserializer<?> deserializer,
                Object bean,
                String name)
                throws IOException {
            if (Problems.of(context) == null) {
                ignored.increment();
                if (context.getAttribute(UnknownFields.key()) instanceof UnknownFields unknown) {
                    Class<?> type = bean instanceof Class<?> c ? c : bean.getClass();
                    unknown.seen(type.getSimpleName() + "." + name);
                }
            }
            p.skipChildren();
            return true;
        }
    }
}

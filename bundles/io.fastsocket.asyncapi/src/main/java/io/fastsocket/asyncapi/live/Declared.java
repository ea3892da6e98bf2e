package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.derive.Messages;
import io.fastsocket.asyncapi.derive.TypeSchemas;
import io.fastsocket.spi.contract.EmittedEvent;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plugin without a document of its own says that it sends. Derived when somebody asks, which
 * is when another plugin sends an event of the same name: most plugins start without. Usable from
 * any thread.
 */
final class Declared {

    private final Map<String, List<One>> events = new LinkedHashMap<>();

    /** Refers to the class of a payload, and does not keep it. */
    private record One(String namespace, String event, WeakReference<Class<?>> payload) {}

    /**
     * What is sent, in the words of JSON Schema.
     *
     * @param namespace where
     * @param event its name
     * @param schema of the payload
     * @param schemas that it refers to
     */
    record Meaning(String namespace, String event, ObjectNode schema, ObjectNode schemas) {

        /** Whether both mean the same, word by word. */
        boolean same(Meaning other) {
            return new Sameness(schemas, other.schemas).of(schema, other.schema);
        }
    }

    synchronized void add(EmittedEvent event) {
        List<One> known =
                events.computeIfAbsent(
                        Part.key(Part.SEND, event.namespace(), event.event()),
                        key -> new ArrayList<>());
        if (known.stream().noneMatch(one -> one.payload.refersTo(event.payload()))) {
            known.add(
                    new One(
                            event.namespace(),
                            event.event(),
                            new WeakReference<>(event.payload())));
        }
    }

    /** Keys of parts. */
    synchronized Set<String> keys() {
        return Set.copyOf(events.keySet());
    }

    /** What may be sent under a key: one, or one of several. */
    synchronized List<Meaning> meanings(String key) {
        List<Meaning> meanings = new ArrayList<>();
        for (One one : events.getOrDefault(key, List.of())) {
            Class<?> payload = one.payload.get();
            if (payload != null) {
                TypeSchemas types = new TypeSchemas();
                ObjectNode schema = new Messages(types).sent(payload);
                meanings.add(new Meaning(one.namespace, one.event, schema, types.schemas()));
            }
        }
        return meanings;
    }

    /** Whether each meaning is one of the others', and the other way round. */
    static boolean same(Collection<Meaning> some, Collection<Meaning> others) {
        return some.stream().allMatch(one -> others.stream().anyMatch(one::same))
                && others.stream().allMatch(one -> some.stream().anyMatch(one::same));
    }
}

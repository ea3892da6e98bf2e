package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.Event;
import io.fastsocket.asyncapi.event.EventModel;
import io.fastsocket.asyncapi.event.Namespace;
import io.fastsocket.spi.contract.Direction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on a page, in which order and under which ids: namespaces as the document has them,
 * and in each first what clients send.
 *
 * @param document the contract
 * @param namespaces with their events
 * @param names of schemas
 */
record Outline(Document document, List<Group> namespaces, SchemaNames names) {

    /**
     * A namespace.
     *
     * @param id its place
     * @param address as it is written
     * @param channel as it stands in the document
     * @param events what is said in it
     */
    record Group(String id, String address, JsonNode channel, List<Entry> events) {}

    /**
     * An event.
     *
     * @param id its place
     * @param event what the contract says of it
     */
    record Entry(String id, Event event) {

        boolean received() {
            return event.direction() == Direction.RECEIVED;
        }
    }

    static Outline of(Document document) {
        EventModel model = EventModel.of(document);
        Anchors anchors = new Anchors();
        Map<String, Group> groups = new LinkedHashMap<>();
        model.namespaces().forEach((key, one) -> groups.put(key, group(one, anchors)));
        for (Direction direction : List.of(Direction.RECEIVED, Direction.SENT)) {
            for (Event event : model.events()) {
                if (event.direction() == direction) {
                    groups.get(Namespace.key(event.namespace()))
                            .events()
                            .add(new Entry(anchors.free(path(event)), event));
                }
            }
        }
        groups.values().removeIf(group -> group.events().isEmpty());
        SchemaNames names = new SchemaNames(document, anchors);
        return new Outline(document, List.copyOf(groups.values()), names);
    }

    private static Group group(Namespace namespace, Anchors anchors) {
        String id = anchors.free(namespace.address());
        return new Group(id, namespace.address(), namespace.channel(), new ArrayList<>());
    }

    /** What the link to an event says: its namespace, and its name. */
    private static String path(Event event) {
        String namespace = event.namespace();
        return namespace + (namespace.endsWith("/") ? "" : "/") + event.name();
    }

    JsonNode info() {
        return document.meant().path("info");
    }

    /** What is not said is the name of nothing. */
    String title() {
        return info().path("title").asText("Events");
    }
}

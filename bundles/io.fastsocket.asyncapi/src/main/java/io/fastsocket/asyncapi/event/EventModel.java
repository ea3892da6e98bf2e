package io.fastsocket.asyncapi.event;

import io.fastsocket.asyncapi.document.Document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The namespaces and events of a valid document, in its order. */
public final class EventModel {

    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
    private final Map<Event.Key, Event> events = new LinkedHashMap<>();

    EventModel() {}

    /** What a valid document says, of whichever version it is. */
    public static EventModel of(Document document) {
        String version = document.meant().path("asyncapi").asText();
        EventModel model = new EventModel();
        if (version.startsWith("3.")) {
            new Events3(document, model).read();
        } else {
            new Events2(document, model).read();
        }
        return model;
    }

    /** By {@link Namespace#key}; of several channels with one address, the first. */
    public Map<String, Namespace> namespaces() {
        return namespaces;
    }

    /** Each key once. */
    public Collection<Event> events() {
        return events.values();
    }

    /** The event of a key, or null. */
    public Event event(Event.Key key) {
        return events.get(key);
    }

    void add(Namespace namespace) {
        namespaces.putIfAbsent(Namespace.key(namespace.address()), namespace);
    }

    void add(Event event) {
        events.merge(event.key(), event, EventModel::both);
    }

    private static Event both(Event one, Event other) {
        List<Message> messages = new ArrayList<>(one.messages());
        other.messages().stream().filter(m -> !messages.contains(m)).forEach(messages::add);
        List<Message> replies = new ArrayList<>(one.replies());
        other.replies().stream().filter(m -> !replies.contains(m)).forEach(replies::add);
        return new Event(
                one.namespace(),
                one.name(),
                one.direction(),
                messages,
                replies,
                one.acknowledged() && other.acknowledged(),
                one.operation());
    }
}

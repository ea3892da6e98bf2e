package io.fastsocket.asyncapi.compare;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.Event;
import io.fastsocket.asyncapi.event.EventModel;
import io.fastsocket.asyncapi.event.Namespace;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What has changed between two valid documents. Needs a large stack for deep ones. */
public final class Comparison {

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::impact)
                    .thenComparing(Change::namespace)
                    .thenComparing(Change::event, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Change::direction)
                    .thenComparing(Change::path)
                    .thenComparing(Change::reason);

    private final EventModel old;
    private final EventModel now;
    private final Changes changes;

    private Comparison(Document old, Document now) {
        this.old = EventModel.of(old);
        this.now = EventModel.of(now);
        changes = new Changes(old, now);
    }

    /** The differences that mean something to clients, worst first. */
    public static List<Change> of(Document old, Document now) {
        Comparison comparison = new Comparison(old, now);
        comparison.namespaces();
        comparison.events();
        return comparison.changes.all().stream().distinct().sorted(ORDER).toList();
    }

    private void namespaces() {
        NamespaceComparison one = new NamespaceComparison(changes);
        for (Map.Entry<String, Namespace> entry : old.namespaces().entrySet()) {
            Namespace after = now.namespaces().get(entry.getKey());
            if (after == null) {
                changes.at(entry.getValue().address(), null)
                        .gone(
                                Impact.BREAKING,
                                Direction.RECEIVED,
                                entry.getValue().channel(),
                                "the namespace is gone");
            } else {
                one.compare(entry.getValue(), after);
            }
        }
        now.namespaces()
                .forEach(
                        (key, namespace) -> {
                            if (!old.namespaces().containsKey(key)) {
                                changes.at(namespace.address(), null)
                                        .here(
                                                Impact.COMPATIBLE,
                                                Direction.RECEIVED,
                                                namespace.channel(),
                                                "the namespace is new");
                            }
                        });
    }

    private void events() {
        EventComparison one = new EventComparison(changes);
        for (Event event : old.events()) {
            Event after = now.event(event.key());
            if (after == null) {
                changes.at(event.namespace(), event.name())
                        .gone(
                                Impact.BREAKING,
                                event.direction(),
                                event.operation(),
                                event.direction() == Direction.RECEIVED
                                        ? "the event is no longer received"
                                        : "the event is no longer sent");
            } else {
                one.compare(event, after);
            }
        }
        for (Event event : now.events()) {
            if (old.event(event.key()) == null) {
                changes.at(event.namespace(), event.name())
                        .here(
                                Impact.COMPATIBLE,
                                event.direction(),
                                event.operation(),
                                "the event is new");
            }
        }
    }
}

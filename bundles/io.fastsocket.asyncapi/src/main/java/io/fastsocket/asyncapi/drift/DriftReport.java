package io.fastsocket.asyncapi.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.spi.contract.ContractDrift.Drift;
import io.fastsocket.spi.contract.HandledEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was seen of one plugin.
 *
 * @param plugin its symbolic name, or empty
 * @param version its version, or empty
 * @param log its events
 * @param handled what it handles
 */
public record DriftReport(String plugin, String version, DriftLog log, List<HandledEvent> handled) {

    /** Each thing, by namespace and event. */
    public List<Drift> drift() {
        List<Drift> all = new ArrayList<>();
        for (Undeclared event : log.events()) {
            all.add(drift(event.namespace(), event.event(), event.what(), "", event.count()));
        }
        for (HandledEvent event : handled) {
            event.unknownFields()
                    .get()
                    .forEach(
                            (field, count) ->
                                    all.add(
                                            drift(
                                                    event.namespace(),
                                                    event.event(),
                                                    "field",
                                                    field,
                                                    count)));
        }
        all.sort(
                Comparator.comparing(Drift::namespace)
                        .thenComparing(Drift::event)
                        .thenComparing(Drift::field));
        return all;
    }

    private Drift drift(String namespace, String event, String what, String field, long count) {
        return new Drift(plugin, version, namespace, event, what, field, count);
    }

    /** The part of a document that would cover it; empty if there is nothing. */
    public ObjectNode patch() {
        DriftPatch patch = new DriftPatch();
        log.events().forEach(patch::event);
        handled.forEach(event -> event.unknownFields().get().keySet().forEach(patch::field));
        return patch.root();
    }
}

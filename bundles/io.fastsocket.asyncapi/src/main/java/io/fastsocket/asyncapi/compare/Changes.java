package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.document.Places;
import io.fastsocket.asyncapi.document.Pointers;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;

import java.util.ArrayList;
import java.util.List;

/** The changes found so far, and the documents that they are in. */
final class Changes {

    private final Document old;
    private final Document now;
    private final SchemaComparison schemas;
    private final List<Change> all = new ArrayList<>();

    Changes(Document old, Document now) {
        this.old = old;
        this.now = now;
        schemas = new SchemaComparison(old.cycles(), now.cycles());
    }

    List<Change> all() {
        return all;
    }

    SchemaComparison schemas() {
        return schemas;
    }

    /** Changes of an event; of a namespace, if it is null. */
    At at(String namespace, String event) {
        return new At(namespace, event);
    }

    /** Where the document has a part; null if nobody wrote it. */
    private static String path(Places places, JsonNode part, String keyword) {
        Places.Spot spot = part == null ? null : places.spot(part);
        if (spot == null) {
            return null;
        }
        String pointer =
                part.has(keyword) ? spot.pointer() + Pointers.of(List.of(keyword)) : spot.pointer();
        return spot.file() == null ? pointer : spot.file() + "#" + pointer;
    }

    /** Takes changes of one event. */
    final class At {

        private final String namespace;
        private final String event;

        private At(String namespace, String event) {
            this.namespace = namespace;
            this.event = event;
        }

        /** Something in the new document. */
        void here(Impact impact, Direction direction, JsonNode part, String reason) {
            add(impact, direction, path(now.places(), part, ""), false, reason);
        }

        /** Something that only the old document has. */
        void gone(Impact impact, Direction direction, JsonNode part, String reason) {
            add(impact, direction, path(old.places(), part, ""), true, reason);
        }

        /** Something in the new document, or if it is not there in the old one. */
        void between(
                Impact impact,
                Direction direction,
                SchemaComparison.Difference difference,
                JsonNode otherwise,
                String reason) {
            String here = path(now.places(), difference.now(), difference.keyword());
            String there = path(old.places(), difference.old(), difference.keyword());
            boolean lost = here == null || (difference.lost() && there != null);
            String path = lost ? there : here;
            if (path == null) {
                here(impact, direction, otherwise, reason);
            } else {
                add(impact, direction, path, lost, reason);
            }
        }

        private void add(
                Impact impact, Direction direction, String path, boolean gone, String reason) {
            all.add(
                    new Change(
                            impact,
                            direction,
                            namespace,
                            event,
                            path == null ? "" : path,
                            gone,
                            reason));
        }
    }
}

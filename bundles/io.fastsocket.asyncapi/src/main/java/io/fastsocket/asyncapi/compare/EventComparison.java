package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.event.Event;
import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What has changed of an event that is in both documents. */
final class EventComparison {

    private final Changes changes;

    EventComparison(Changes changes) {
        this.changes = changes;
    }

    void compare(Event old, Event now) {
        Changes.At at = changes.at(now.namespace(), now.name());
        messages(at, now.direction(), "", old.messages(), now.messages(), now.operation());
        replies(at, old, now);
        security(at, old, now);
    }

    private void messages(
            Changes.At at,
            Direction direction,
            String prefix,
            List<Message> old,
            List<Message> now,
            JsonNode operation) {
        JsonNode where = now.isEmpty() ? operation : now.getFirst().node();
        Set<String> before = contentTypes(old);
        Set<String> after = contentTypes(now);
        if (!before.equals(after) && !old.isEmpty() && !now.isEmpty()) {
            at.here(
                    Impact.BREAKING,
                    direction,
                    where,
                    "%scontentType is now %s, and was %s"
                            .formatted(
                                    prefix, String.join(", ", after), String.join(", ", before)));
        }
        if (Schemas.areKnown(old) && Schemas.areKnown(now)) {
            boolean arguments = Schemas.haveArguments(old) || Schemas.haveArguments(now);
            schemas(
                    at,
                    direction,
                    prefix,
                    Schemas.payload(old, arguments),
                    Schemas.payload(now, arguments),
                    where);
        } else if (!payloads(old).equals(payloads(now))) {
            at.here(
                    Impact.UNCLEAR,
                    direction,
                    where,
                    prefix + "the payload has changed, and its kind of schema is not compared");
        }
        schemas(
                at,
                direction,
                prefix + "headers: ",
                Schemas.headers(old),
                Schemas.headers(now),
                where);
    }

    private static List<Object> payloads(List<Message> messages) {
        return messages.stream()
                .<Object>map(m -> List.of(m.payload(), String.valueOf(m.format())))
                .toList();
    }

    /** Parameters such as a character set leave them what they are. */
    private static Set<String> contentTypes(List<Message> messages) {
        Set<String> types = new TreeSet<>();
        messages.forEach(message -> types.add(message.contentType().split(";", 2)[0].strip()));
        return types;
    }

    private void schemas(
            Changes.At at,
            Direction direction,
            String prefix,
            JsonNode old,
            JsonNode now,
            JsonNode where) {
        for (SchemaComparison.Difference one : changes.schemas().compare(direction, old, now)) {
            at.between(one.impact(), direction, one, where, prefix + one.reason());
        }
    }

    /** An acknowledgement goes the other way. */
    private void replies(Changes.At at, Event old, Event now) {
        boolean received = now.direction() == Direction.RECEIVED;
        Direction back = received ? Direction.SENT : Direction.RECEIVED;
        if (old.acknowledged() && !now.acknowledged()) {
            at.gone(
                    received ? Impact.BREAKING : Impact.COMPATIBLE,
                    back,
                    old.operation(),
                    "there is no acknowledgement any more");
        } else if (!old.acknowledged() && now.acknowledged()) {
            at.here(
                    received ? Impact.COMPATIBLE : Impact.BREAKING,
                    back,
                    now.operation(),
                    received
                            ? "there is an acknowledgement now"
                            : "an acknowledgement is expected now");
        } else if (now.acknowledged()) {
            messages(at, back, "ack: ", old.replies(), now.replies(), now.operation());
        }
    }

    /** Who need not say who he is must not have to. */
    private static void security(Changes.At at, Event old, Event now) {
        JsonNode before = old.operation().path("security");
        JsonNode after = now.operation().path("security");
        if (before.equals(after) || (before.isEmpty() && after.isEmpty())) {
            return;
        }
        if (after.isEmpty()) {
            at.here(
                    Impact.COMPATIBLE,
                    now.direction(),
                    now.operation(),
                    "needs no security any more");
        } else if (before.isEmpty()) {
            at.here(Impact.BREAKING, now.direction(), now.operation(), "needs security now");
        } else {
            at.here(
                    Impact.UNCLEAR,
                    now.direction(),
                    now.operation(),
                    "the security that it needs is not what it was");
        }
    }
}

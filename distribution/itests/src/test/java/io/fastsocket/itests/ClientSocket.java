package io.fastsocket.itests;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One socket of a {@link NodeClient}. */
record ClientSocket(NodeClient client, String name, String id) implements AutoCloseable {

    /** Emits without asking for an answer. */
    void emit(String event, Object... args) {
        client.send("emit", Map.of("name", name, "event", event, "args", args));
    }

    /** Emits and awaits the acknowledgement: an array of its arguments. */
    JsonNode callAll(String event, Object... args) {
        return callWithin(NodeClient.PATIENCE, event, args);
    }

    /** The same within a time limit of its own. */
    JsonNode callWithin(Duration limit, String event, Object... args) {
        return client.send(
                "call",
                Map.of("name", name, "event", event, "args", args, "timeout", limit.toMillis()));
    }

    /** Emits and awaits the acknowledgement's first argument. */
    JsonNode call(String event, Object... args) {
        return callAll(event, args).path(0);
    }

    /** Calls again and again until the answer is this one. */
    void awaitAnswer(String expected, String event, Object... args) {
        JsonNode wanted = Product.json(expected);
        List<JsonNode> last = new ArrayList<>(List.of(wanted));
        try {
            Await.until(
                    "the answer to " + event,
                    NodeClient.PATIENCE,
                    () -> {
                        last.set(0, call(event, args));
                        return last.get(0).equals(wanted);
                    });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", last was " + last.get(0), e);
        }
    }

    /** Awaits that many events of a name: an array of arrays of arguments. */
    JsonNode take(String event, int count) {
        return client.send(
                "take",
                Map.of(
                        "name",
                        name,
                        "event",
                        event,
                        "count",
                        count,
                        "timeout",
                        NodeClient.PATIENCE.toMillis()));
    }

    /** From now on acknowledges the server's events of a name. */
    void answer(String event, Object... args) {
        client.send("answer", Map.of("name", name, "event", event, "args", args));
    }

    /** Cuts the connection; the client comes back by itself. */
    void cut() {
        client.send("cut", Map.of("name", name));
    }

    /** Cuts the connection; the client stays away until it is told. */
    void cutForGood() {
        client.send("cut", Map.of("name", name, "forGood", true));
    }

    /** Has it read nothing more, or go on. */
    void hold(boolean on) {
        client.send("hold", Map.of("name", name, "on", on));
    }

    /** How many events of a name have come and were not taken. */
    int count(String event) {
        return client.send("count", Map.of("name", name, "event", event)).asInt();
    }

    /** Has it connect again. */
    void comeBack() {
        client.send("comeBack", Map.of("name", name));
    }

    /** Connected or not, by which transport, how often. */
    JsonNode state() {
        return client.send("state", Map.of("name", name));
    }

    boolean connected() {
        return state().path("connected").asBoolean();
    }

    /** How often it has lost its connection or namespace. */
    int disconnects() {
        return state().path("disconnects").size();
    }

    @Override
    public void close() {
        client.send("close", Map.of("name", name));
    }
}

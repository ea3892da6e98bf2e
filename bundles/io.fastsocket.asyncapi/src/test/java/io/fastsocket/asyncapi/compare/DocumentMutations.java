package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes of the document around the schemas. */
final class DocumentMutations {

    private static final String ORDER = "/operations/order";

    static final List<Mutation> ALL =
            List.of(
                    breaking(
                            "operation removed, received",
                            d -> at(d, "/operations").remove("order")),
                    breaking("operation removed, sent", d -> at(d, "/operations").remove("news")),
                    breaking(
                            "direction changed",
                            d -> at(d, "/operations/news").put("action", "receive")),
                    breaking("acknowledgement removed", d -> at(d, ORDER).remove("reply")),
                    breaking(
                            "acknowledgement expected",
                            d -> at(d, "/operations/news").set("reply", d.at(ORDER + "/reply"))),
                    harmless(
                            "acknowledgement no longer expected",
                            d -> at(d, "/operations/offer").remove("reply")),
                    harmless(
                            "acknowledgement given",
                            d -> at(d, "/operations/simple").set("reply", d.at(ORDER + "/reply"))),
                    breaking(
                            "event renamed",
                            d -> at(d, "/channels/shop/messages/cancel").put("name", "stop")),
                    breaking(
                            "namespace renamed",
                            d -> at(d, "/channels/shop").put("address", "/store/{region}")),
                    breaking(
                            "namespace narrowed",
                            d ->
                                    at(d, "/channels/shop/parameters/region")
                                            .putArray("enum")
                                            .add("eu")),
                    harmless(
                            "namespace widened",
                            d -> at(d, "/channels/shop/parameters/region").remove("enum")),
                    breaking("argument added", d -> arguments(d).add(true)),
                    breaking("argument removed", d -> arguments(d).remove(1)),
                    breaking(
                            "several arguments made one",
                            d -> payload(d, "put").remove("x-socketio-args")),
                    harmless(
                            "argument need not be there",
                            d -> payload(d, "put").put("minItems", 1)),
                    breaking(
                            "payload wanted",
                            d ->
                                    at(d, "/channels/shop/messages/cancel")
                                            .putObject("payload")
                                            .put("type", "object")),
                    breaking(
                            "content type changed",
                            d ->
                                    at(d, "/channels/shop/messages/news")
                                            .put("contentType", "text/plain")),
                    breaking("security added", d -> secured(d)),
                    breaking("auth wanted", d -> auth(d).putArray("required").add("token")),
                    harmless("auth loosened", d -> auth(d).remove("properties")),
                    harmless(
                            "event added",
                            d -> {
                                at(d, "/channels/shop/messages")
                                        .putObject("more")
                                        .putObject("payload");
                                at(d, "/operations/simple")
                                        .withArray("messages")
                                        .addObject()
                                        .put("$ref", "#/channels/shop/messages/more");
                            }),
                    harmless(
                            "channel added",
                            d -> at(d, "/channels").putObject("other").put("address", "/other")),
                    harmless(
                            "operation renamed",
                            d ->
                                    at(d, "/operations")
                                            .set("place", at(d, "/operations").remove("order"))),
                    harmless(
                            "channel's key renamed",
                            text(
                                    t ->
                                            t.replace("channels/shop", "channels/x")
                                                    .replace("\"shop\":", "\"x\":"))),
                    harmless(
                            "message's key renamed",
                            text(
                                    t ->
                                            t.replace("messages/put", "messages/x")
                                                    .replace("\"put\":", "\"x\":"))),
                    harmless("schema renamed", text(t -> t.replace("OrderItem", "Line"))),
                    harmless(
                            "parameter renamed",
                            text(
                                    t ->
                                            t.replace("{region}", "{part}")
                                                    .replace("\"region\":", "\"part\":"))),
                    harmless(
                            "schema written in place",
                            d ->
                                    at(d, "/channels/shop/messages/order")
                                            .set("payload", d.at("/components/schemas/Order"))),
                    harmless(
                            "operation taken apart",
                            d -> {
                                ObjectNode simple = at(d, "/operations/simple");
                                ObjectNode put = simple.deepCopy();
                                simple.withArray("messages").remove(1);
                                put.withArray("messages").remove(0);
                                at(d, "/operations").set("put", put);
                            }),
                    harmless(
                            "message moved to components",
                            d -> {
                                ObjectNode messages = at(d, "/channels/shop/messages");
                                at(d, "/components")
                                        .putObject("messages")
                                        .set("news", messages.get("news"));
                                messages.putObject("news")
                                        .put("$ref", "#/components/messages/news");
                            }),
                    harmless(
                            "version and title",
                            d -> at(d, "/info").put("version", "2.0.0").put("title", "New")),
                    harmless("server", d -> at(d, "/servers/local").put("host", "example.com")),
                    harmless(
                            "summary and tags",
                            d ->
                                    at(d, ORDER)
                                            .put("summary", "Anew.")
                                            .putArray("tags")
                                            .addObject()
                                            .put("name", "shop")));

    /** A change whose effect is known. */
    private record Known(String name, boolean breaking, Consumer<ObjectNode> change)
            implements Mutation {

        @Override
        public String group() {
            return "events, namespaces, documents";
        }

        @Override
        public String apply(ObjectNode contract, Random random) {
            change.accept(contract);
            return "the document";
        }
    }

    private DocumentMutations() {}

    private static Mutation breaking(String name, Consumer<ObjectNode> change) {
        return new Known(name, true, change);
    }

    private static Mutation harmless(String name, Consumer<ObjectNode> change) {
        return new Known(name, false, change);
    }

    private static Consumer<ObjectNode> text(UnaryOperator<String> change) {
        return contract -> {
            try {
                JsonNode changed =
                        new com.fasterxml.jackson.databind.ObjectMapper()
                                .readTree(change.apply(contract.toString()));
                contract.removeAll();
                contract.setAll((ObjectNode) changed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static ObjectNode at(ObjectNode contract, String pointer) {
        return (ObjectNode) contract.at(pointer);
    }

    private static ObjectNode payload(ObjectNode contract, String message) {
        return at(contract, "/channels/shop/messages/" + message + "/payload");
    }

    private static com.fasterxml.jackson.databind.node.ArrayNode arguments(ObjectNode contract) {
        return payload(contract, "put").withArray("items");
    }

    private static ObjectNode auth(ObjectNode contract) {
        return at(contract, "/channels/shop/bindings/x-socketio/auth");
    }

    private static void secured(ObjectNode contract) {
        at(contract, "/components")
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "userPassword");
        at(contract, "/operations/order")
                .putArray("security")
                .addObject()
                .put("$ref", "#/components/securitySchemes/token");
    }
}

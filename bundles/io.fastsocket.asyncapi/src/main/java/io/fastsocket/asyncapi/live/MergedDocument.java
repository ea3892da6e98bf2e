package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One AsyncAPI 3.0 document out of what several contracts say. Used by one thread. */
final class MergedDocument {

    private static final String PLUGINS = "x-fastsocket-plugins";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode operations;
    private final MergedSchemas schemas;
    private final MergedChannels channels;

    /** Messages by {@link Part#key()}, for those who say the same again. */
    private final Map<String, ObjectNode> messages = new HashMap<>();

    private final Map<String, ObjectNode> known = new HashMap<>();
    private final Set<String> withErrors = new HashSet<>();
    private final boolean plain;

    /**
     * Nothing is said yet.
     *
     * @param version of the server
     * @param server where Socket.IO is spoken; null if it is not
     */
    MergedDocument(String version, ObjectNode server) {
        this(version, server, false);
    }

    /** For what plugins themselves say: without who says it, and without the server's errors. */
    static MergedDocument plain() {
        return new MergedDocument("", null, true);
    }

    private MergedDocument(String version, ObjectNode server, boolean plain) {
        this.plain = plain;
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "FastSocket")
                .put("version", version.isEmpty() ? "0" : version)
                .put("description", "What the plugins in service now take, answer and send.");
        root.put("defaultContentType", "application/json");
        if (server != null) {
            root.putObject("servers").set("socketio", server);
        }
        if (!plain) {
            root.putArray(PLUGINS);
        }
        channels = new MergedChannels(root.putObject("channels"));
        operations = root.putObject("operations");
        ObjectNode components = root.putObject("components");
        schemas = new MergedSchemas(components.putObject("schemas"));
        if (!plain) {
            StandardError.addTo(components);
        }
    }

    /** The document. */
    ObjectNode root() {
        return root;
    }

    /** Adds what a plugin's contract says; of two who say something else, the first is heard. */
    void add(String plugin, String version, Said said) {
        if (!plain) {
            root.withArray(PLUGINS).add(named(plugin, version).setAll(said.info()));
        }
        MergedSchemas.Renamed renamed = schemas.add(plugin, said.schemas());
        for (Part part : said.parts()) {
            ObjectNode operation = known.get(part.key());
            if (operation == null) {
                operation = operation(part, renamed);
                known.put(part.key(), operation);
            } else if (part.action().equals(Part.SEND)) {
                either(messages.get(part.key()), renamed.of(part.message().path("payload")));
            } else {
                continue;
            }
            if (!plain) {
                operation.withArray(PLUGINS).add(named(plugin, version));
            }
        }
    }

    private static ObjectNode named(String plugin, String version) {
        return JsonNodeFactory.instance.objectNode().put("name", plugin).put("version", version);
    }

    private ObjectNode operation(Part part, MergedSchemas.Renamed renamed) {
        MergedChannels.Channel channel = channels.of(part);
        ObjectNode message = (ObjectNode) renamed.of(part.message());
        messages.put(part.key(), message);
        boolean received = part.action().equals(Part.RECEIVE);
        ObjectNode operation =
                operations.putObject(
                        Keys.free(
                                channel.key() + "." + part.action() + "." + part.event(),
                                operations));
        operation.put("action", part.action());
        operation.setAll((ObjectNode) renamed.of(part.operation()));
        if (!plain) {
            // That of the whole is the server's.
            operation.remove("security");
        }
        channel.refer(operation.putObject("channel"));
        operation.putArray("messages").add(channel.message(part.event(), ".sent", message));
        if (part.replies() != null) {
            ObjectNode reply = operation.putObject("reply");
            channel.refer(reply.putObject("channel"));
            for (ObjectNode answer : part.replies()) {
                ObjectNode named = (ObjectNode) renamed.of(answer);
                reply.withArray("messages").add(channel.message(part.event() + ".ack", "", named));
            }
            if (!plain) {
                reply.withArray("messages").add(channel.message(StandardError.reference()));
            }
        }
        if (received && !plain) {
            error(part, channel);
        }
        return operation;
    }

    /** Where something is received, it may be answered with an error. */
    private void error(Part part, MergedChannels.Channel channel) {
        if (!withErrors.add(channel.key())) {
            return;
        }
        ObjectNode operation =
                operations.putObject(Keys.free(channel.key() + ".send.error", operations));
        operation.put("action", Part.SEND).put("summary", StandardError.SUMMARY);
        channel.refer(operation.putObject("channel"));
        operation.putArray("messages").add(channel.message(StandardError.reference()));
        Part error =
                new Part(part.address(), Part.SEND, StandardError.EVENT, null, null, null, null);
        known.put(error.key(), operation);
        messages.put(error.key(), StandardError.reference());
    }

    /** Two plugins send the same event with different payloads: a client gets one or the other. */
    private static void either(ObjectNode message, JsonNode other) {
        JsonNode payload = message.path("payload");
        if (payload.equals(other) || payload.isMissingNode() || payload.has("schemaFormat")) {
            return;
        }
        JsonNode choice = payload.path("x-fastsocket-either").asBoolean() ? payload : null;
        if (choice == null) {
            ObjectNode wrapped = message.objectNode();
            wrapped.putArray("anyOf").add(payload);
            message.set("payload", wrapped.put("x-fastsocket-either", true));
            choice = wrapped;
        }
        for (JsonNode one : choice.path("anyOf")) {
            if (one.equals(other)) {
                return;
            }
        }
        ((ObjectNode) choice).withArray("anyOf").add(other);
    }
}

package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.regex.Pattern;

/** Reads messages: of both versions, with what their traits add. */
public final class Messages {

    private static final Pattern DEFAULT_FORMAT =
            Pattern.compile(
                    "application/(schema(\\+json|\\+yaml)?;version=draft-07"
                            + "|vnd\\.aai\\.asyncapi(\\+json|\\+yaml)?;version=[23]\\.\\d\\.\\d)");

    private final String contentType;

    /**
     * @param root a document
     */
    Messages(JsonNode root) {
        contentType = root.path("defaultContentType").asText("application/json");
    }

    /** A message of 3.x: a payload may say what kind of schema it is. */
    Message of3(JsonNode node) {
        JsonNode payload = node.path("payload");
        boolean named = payload.has("schemaFormat");
        JsonNode headers = field(node, "headers");
        return message(
                node,
                named ? payload.path("schema") : payload,
                payload.path("schemaFormat").textValue(),
                headers.has("schemaFormat") ? headers.path("schema") : headers);
    }

    /** A message of 2.x. */
    Message of2(JsonNode node) {
        return message(
                node,
                node.path("payload"),
                field(node, "schemaFormat").textValue(),
                field(node, "headers"));
    }

    /** What is acknowledged, of a schema of 2.x alone. */
    Message ofSchema(JsonNode schema) {
        return message(schema, schema, null, MissingNode.getInstance());
    }

    /** Whether a format of schemas, null if it is not named, is AsyncAPI's own or JSON Schema. */
    public static boolean isOurs(String format) {
        return format == null || DEFAULT_FORMAT.matcher(format).matches();
    }

    private Message message(JsonNode node, JsonNode payload, String format, JsonNode headers) {
        return new Message(
                node,
                payload,
                isOurs(format) ? null : format,
                headers,
                field(node, "contentType").asText(contentType));
    }

    /** The name of the event, or null. */
    public static String name(JsonNode message) {
        return field(message, "name").textValue();
    }

    /** What a message or operation says itself, or else the last of its traits that says it. */
    static JsonNode field(JsonNode node, String name) {
        JsonNode own = node.path(name);
        JsonNode traits = node.path("traits");
        for (int i = traits.size() - 1; own.isMissingNode() && i >= 0; i--) {
            own = traits.get(i).path(name);
        }
        return own;
    }
}

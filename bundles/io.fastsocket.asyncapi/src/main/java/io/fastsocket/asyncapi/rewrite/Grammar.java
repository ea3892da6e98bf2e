package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.event.Messages;

import java.util.Map;
import java.util.Set;

/**
 * What the parts of a document are, by where they stand, in both versions. The names are those that
 * components have for such parts; of a map or list of them, an {@code @} stands before it.
 */
final class Grammar {

    static final String ROOT = "root";
    static final String SCHEMA = "schemas";

    /** Something that components have no place for. */
    static final String OTHER = "";

    private static final String MESSAGE = "messages";
    private static final String MAP = "@";

    /** Sections of components that every version has. */
    private static final Set<String> SECTIONS =
            Set.of(
                    SCHEMA,
                    MESSAGE,
                    "securitySchemes",
                    "parameters",
                    "correlationIds",
                    "operationTraits",
                    "messageTraits",
                    "serverBindings",
                    "channelBindings",
                    "operationBindings",
                    "messageBindings");

    private static final Set<String> VALUES = Set.of("enum", "const", "default", "examples");

    private static final Map<String, Map<String, String>> MEMBERS =
            Map.of(
                    ROOT,
                    Map.of(
                            "servers", "@servers",
                            "channels", "@channels",
                            "operations", "@operations"),
                    "servers",
                    Map.of("security", "@securitySchemes", "bindings", "serverBindings"),
                    "channels",
                    Map.of(
                            "publish", "operations",
                            "subscribe", "operations",
                            "messages", "@messages",
                            "parameters", "@parameters",
                            "bindings", "channelBindings"),
                    "operations",
                    Map.of(
                            "message", MESSAGE,
                            "traits", "@operationTraits",
                            "security", "@securitySchemes",
                            "bindings", "operationBindings"),
                    MESSAGE,
                    Map.of(
                            "payload", SCHEMA,
                            "headers", SCHEMA,
                            "traits", "@messageTraits",
                            "correlationId", "correlationIds",
                            "bindings", "messageBindings",
                            "oneOf", "@messages"),
                    "messageTraits",
                    Map.of(
                            "headers", SCHEMA,
                            "correlationId", "correlationIds",
                            "bindings", "messageBindings"),
                    "operationTraits",
                    Map.of("security", "@securitySchemes", "bindings", "operationBindings"),
                    "parameters",
                    Map.of("schema", SCHEMA));

    private Grammar() {}

    /** Whether components have a place for such parts. */
    static boolean isComponent(String kind) {
        return SECTIONS.contains(kind);
    }

    /** Whether a map of such a name has parts that are known by their names there. */
    static boolean isNamed(String map) {
        return isComponent(map) || MEMBERS.get(ROOT).containsKey(map);
    }

    /** The kind of a member of a part. */
    static String member(String kind, JsonNode part, String name) {
        if (kind.startsWith(MAP)) {
            return kind.substring(1);
        }
        if (part.isArray()) {
            return kind; // several schemas in a schema
        }
        if (kind.equals(ROOT) && name.equals("components")) {
            return "components";
        }
        if (kind.equals("components")) {
            return MAP + name;
        }
        if (kind.equals(SCHEMA)) {
            return inSchema(part, name);
        }
        if (kind.equals(MESSAGE)
                && name.equals("payload")
                && !isJsonSchema(part.path("schemaFormat"))) {
            return OTHER;
        }
        return MEMBERS.getOrDefault(kind, Map.of()).getOrDefault(name, OTHER);
    }

    private static String inSchema(JsonNode part, String name) {
        if (part.has("schemaFormat")) {
            return name.equals("schema") && isJsonSchema(part.path("schemaFormat"))
                    ? SCHEMA
                    : OTHER;
        }
        return VALUES.contains(name) || name.startsWith("x-") ? OTHER : SCHEMA;
    }

    private static boolean isJsonSchema(JsonNode format) {
        String name = format.textValue();
        return Messages.isOurs(name) || name.contains("vnd.oai.openapi");
    }
}

package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** AsyncAPI's own JSON Schemas, one for each version. Read and compiled when first asked for. */
public final class OfficialSchemas {

    private static final List<String> VERSIONS =
            List.of(
                    "2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "3.0.0",
                    "3.1.0");

    private static final String REF = "$ref";

    private final Map<String, SchemaCheck> checks = new ConcurrentHashMap<>();

    /** The versions that documents may have, oldest first. */
    public static List<String> versions() {
        return VERSIONS;
    }

    /** For a document as it was written. */
    public SchemaCheck written(String version) throws IOException {
        return check(version + " written", version, false, "");
    }

    /** For a document whose references have been followed. */
    public SchemaCheck meant(String version) throws IOException {
        return check(version + " meant", version, true, "");
    }

    /** For one kind of part, such as {@code schema}. */
    public SchemaCheck part(String version, String definition) throws IOException {
        return check(version + " " + definition, version, true, definition);
    }

    private SchemaCheck check(String key, String version, boolean meant, String definition)
            throws IOException {
        SchemaCheck known = checks.get(key);
        if (known != null) {
            return known;
        }
        ObjectNode schema = read(version);
        if (meant && version.startsWith("3.")) {
            acceptInlined((ObjectNode) schema.get("definitions"));
        }
        if (!definition.isEmpty()) {
            ObjectNode part = schema.objectNode();
            part.put(REF, "#/definitions/" + definition);
            part.set("definitions", schema.get("definitions"));
            schema = part;
        }
        SchemaCheck check = SchemaCheck.official(schema);
        checks.put(key, check);
        return check;
    }

    private static ObjectNode read(String version) throws IOException {
        try (InputStream in =
                OfficialSchemas.class.getResourceAsStream("/schemas/" + version + ".json")) {
            if (in == null) {
                throw new IOException(
                        "this build has no schema of AsyncAPI "
                                + version
                                + ": they come with npm's @asyncapi/specs; build again with Node and npm");
            }
            return (ObjectNode) new ObjectMapper().readTree(in);
        }
    }

    /** Where the schemas of 3.x want a reference, what it leads to must do as well. */
    private static void acceptInlined(ObjectNode definitions) {
        put(definitions.at("/channel/properties/servers/items"), "server");
        put(definitions.at("/operation/properties/channel"), "channel");
        put(definitions.at("/operation/properties/messages/items"), "messageObject");
        put(definitions.at("/operationReply/properties/channel"), "channel");
        put(definitions.at("/operationReply/properties/messages/items"), "messageObject");
    }

    private static void put(JsonNode at, String definition) {
        if (at instanceof ObjectNode place) {
            place.put(REF, "#/definitions/" + definition);
        }
    }
}

package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.schema.OfficialSchemas;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.PointOfView;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document of 2.x as one of 3.0, in one piece. */
public final class Converter {

    private static final Pattern URL =
            Pattern.compile("(?:[^/{}]*://|\\{[^{}]*}://)?([^/?#]*)(/[^?#]*)?.*");

    private final Local root;
    private final Parts3 parts;
    private final Security3 security;

    private Converter(Local root) {
        this.root = root;
        parts = new Parts3(root);
        security = new Security3(root);
    }

    /**
     * Converts a valid document of 2.x.
     *
     * @param view whose publishing is meant by {@code publish}
     * @param schemas AsyncAPI's own
     * @throws InvalidContractException if it cannot be written in one piece
     */
    public static ObjectNode convert(Document document, PointOfView view, OfficialSchemas schemas)
            throws IOException, InvalidContractException {
        ObjectNode converted =
                new Converter(new Local(Bundler.componentsOnly(document))).convert(view);
        Bindings3.repair(converted, schemas);
        return converted;
    }

    private ObjectNode convert(PointOfView view) {
        JsonNode old = root.root();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("asyncapi", "3.0.0");
        keep(old, result, "id");
        result.set("info", info(old));
        keep(old, result, "defaultContentType");
        if (old.path("servers").isObject()) {
            result.set("servers", each(old.path("servers"), this::server));
        }
        Channels3 channels = new Channels3(root, view);
        channels.convert();
        result.set("channels", channels.channels());
        if (!channels.operations().isEmpty()) {
            result.set("operations", channels.operations());
        }
        if (old.path("components").isObject()) {
            result.set("components", components(old.path("components")));
        }
        old.properties()
                .forEach(
                        member -> {
                            if (member.getKey().startsWith("x-")) {
                                result.set(member.getKey(), member.getValue());
                            }
                        });
        return result;
    }

    private static void keep(JsonNode from, ObjectNode to, String name) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        }
    }

    private static JsonNode info(JsonNode old) {
        ObjectNode info = old.get("info").deepCopy();
        keep(old, info, "tags");
        keep(old, info, "externalDocs");
        return info;
    }

    /** Members that are no references, converted. */
    private static ObjectNode each(JsonNode map, UnaryOperator<JsonNode> convert) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> one : map.properties()) {
            boolean referred = Local.isReference(one.getValue());
            result.set(one.getKey(), referred ? one.getValue() : convert.apply(one.getValue()));
        }
        return result;
    }

    private JsonNode server(JsonNode old) {
        ObjectNode server = JsonNodeFactory.instance.objectNode();
        Matcher url = URL.matcher(old.path("url").asText());
        String host = url.matches() ? url.group(1) : old.path("url").asText();
        server.put("host", host);
        if (url.matches() && url.group(2) != null) {
            server.put("pathname", url.group(2));
        }
        server.setAll(Local.without(old, Set.of("url", "security")));
        security.convert(old.path("security"), server);
        Parts3.bindings(server);
        return server;
    }

    /**
     * A message that is one of several is no message in 3.0; where it was used, each of them is.
     */
    private JsonNode components(JsonNode old) {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> one : old.properties()) {
            JsonNode map = one.getValue();
            switch (one.getKey()) {
                case "messages" -> components.set("messages", messages(map));
                case "messageTraits" ->
                        components.set("messageTraits", each(map, parts::messageTrait));
                case "operationTraits" ->
                        components.set("operationTraits", each(map, parts::operationTrait));
                case "parameters" -> components.set("parameters", each(map, parts::parameter));
                case "servers" -> components.set("servers", each(map, this::server));
                case "securitySchemes" ->
                        components.set("securitySchemes", each(map, Security3::scheme));
                case "serverBindings", "channelBindings", "operationBindings", "messageBindings" ->
                        components.set(one.getKey(), each(map, Parts3::known));
                case "channels" -> {
                    // Operations have left them; those that were used stand under /channels.
                }
                default -> components.set(one.getKey(), map);
            }
        }
        return components;
    }

    private ObjectNode messages(JsonNode map) {
        ObjectNode messages = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> one : map.properties()) {
            JsonNode meant = root.follow(one.getValue());
            if (!meant.has("oneOf")) {
                boolean referred = Local.isReference(one.getValue());
                messages.set(one.getKey(), referred ? one.getValue() : parts.message(meant));
            }
        }
        return messages;
    }
}

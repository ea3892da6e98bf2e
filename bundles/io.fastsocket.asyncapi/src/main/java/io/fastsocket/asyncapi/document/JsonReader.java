package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Reads JSON. */
final class JsonReader {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNumberLength(Limits.DIGITS)
                                    .maxNameLength(Limits.FILE)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final TreeBuilder tree;

    private JsonReader(JsonParser parser, TreeBuilder tree) {
        this.parser = parser;
        this.tree = tree;
    }

    /** Reads a document; the tree is missing if there is nothing in it. */
    static JsonNode read(String text, TreeBuilder tree) throws UnreadableException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return read(parser, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory
        }
    }

    private static JsonNode read(JsonParser parser, TreeBuilder tree)
            throws IOException, UnreadableException {
        try {
            if (parser.nextToken() == null) {
                return TreeBuilder.NODES.missingNode();
            }
            JsonNode root =
                    new JsonReader(parser, tree)
                            .value(null, null, parser.currentTokenLocation(), 1);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "goes on after the end of its value");
            }
            return root;
        } catch (JsonProcessingException e) {
            // What is too large comes without a place.
            JsonLocation place =
                    e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw at(place, "not JSON: " + said(e));
        }
    }

    /** Without the places in Jackson itself that it names. */
    private static String said(JsonProcessingException e) {
        String message =
                e.getOriginalMessage()
                        .replaceAll("\\s+", " ")
                        .replaceAll(" \\(start marker at .*", "")
                        .replaceAll(", from `[^`]*`", "");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static UnreadableException at(JsonLocation location, String message) {
        return new UnreadableException(
                Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), message);
    }

    /**
     * The value that begins at the current token. The location is that of its name, if it has one.
     */
    private JsonNode value(Place parent, Object key, JsonLocation location, int depth)
            throws IOException, UnreadableException {
        int line = location.getLineNr();
        int column = location.getColumnNr();
        tree.count(depth, line, column);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(tree.place(parent, key, line, column), depth);
            case START_ARRAY -> array(tree.place(parent, key, line, column), depth);
            case VALUE_STRING -> TreeBuilder.NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> YamlScalars.value(parser.getText());
            case VALUE_NUMBER_FLOAT -> floating(line, column);
            case VALUE_TRUE -> TreeBuilder.NODES.booleanNode(true);
            case VALUE_FALSE -> TreeBuilder.NODES.booleanNode(false);
            default -> TreeBuilder.NODES.nullNode();
        };
    }

    private JsonNode floating(int line, int column) throws IOException, UnreadableException {
        JsonNode number = YamlScalars.floating(parser.getDoubleValue());
        if (number == null) {
            throw new UnreadableException(line, column, YamlScalars.NO_NUMBER);
        }
        return number;
    }

    private JsonNode object(Place place, int depth) throws IOException, UnreadableException {
        ObjectNode object = tree.object(place);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            JsonLocation location = parser.currentTokenLocation();
            String name = parser.currentName();
            if (object.has(name)) {
                throw tree.twice(object, place, name, location.getLineNr(), location.getColumnNr());
            }
            parser.nextToken();
            JsonNode value = value(place, name, location, depth + 1);
            place.add(location.getLineNr(), location.getColumnNr());
            object.set(name, value);
        }
        return object;
    }

    private JsonNode array(Place place, int depth) throws IOException, UnreadableException {
        ArrayNode array = tree.array(place);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonLocation location = parser.currentTokenLocation();
            JsonNode element = value(place, array.size(), location, depth + 1);
            place.add(location.getLineNr(), location.getColumnNr());
            array.add(element);
        }
        return array;
    }
}

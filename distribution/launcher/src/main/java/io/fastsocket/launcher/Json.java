package io.fastsocket.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes JSON as plain maps, lists, strings, numbers and booleans. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The object in a file. Comments are allowed, as OSGi features have them. */
    static Map<String, Object> read(Path file) throws IOException {
        try (JsonParser parser = FACTORY.createParser(Files.readString(file))) {
            parser.enable(JsonParser.Feature.ALLOW_COMMENTS);
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("must be a JSON object");
            }
            return object(parser);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            String message = e.getOriginalMessage().replaceAll(" \\(start marker at .*", "");
            throw new IOException(line + message, e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    /**
     * An object of strings, numbers, booleans and such objects, one member a line; null members are
     * left out.
     */
    static String write(Map<String, ?> object) {
        return write(object, true);
    }

    /** The same on one line. */
    static String line(Map<String, ?> object) {
        return write(object, false);
    }

    private static String write(Map<String, ?> object, boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.useDefaultPrettyPrinter();
            }
            write(generator, object);
        } catch (IOException e) {
            throw new IllegalStateException("writing to a string failed", e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Map<?, ?> object -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> member : object.entrySet()) {
                    if (member.getValue() != null) {
                        generator.writeFieldName(member.getKey().toString());
                        write(generator, member.getValue());
                    }
                }
                generator.writeEndObject();
            }
            default -> generator.writeString(value.toString());
        }
    }
}

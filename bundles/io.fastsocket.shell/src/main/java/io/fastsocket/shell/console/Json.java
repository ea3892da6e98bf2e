package io.fastsocket.shell.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JSON out of plain values, and a look at JSON that came in. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * JSON text that is put into an output as it is.
     *
     * @param text one JSON value
     */
    public record Raw(String text) {}

    /**
     * A value as JSON, over several lines.
     *
     * @param value null, text, a number, a boolean, {@link Raw}, or collections and maps of such
     * @return the text
     */
    public static String pretty(Object value) {
        return text(value, true);
    }

    /**
     * A value as JSON, on one line.
     *
     * @param value as above
     * @return the text
     */
    public static String line(Object value) {
        return text(value, false);
    }

    private static String text(Object value, boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.useDefaultPrettyPrinter();
            }
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Number number -> generator.writeNumber(number.doubleValue());
            case Raw raw -> generator.writeRawValue(raw.text());
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName(entry.getKey().toString());
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case Collection<?> list -> {
                generator.writeStartArray();
                for (Object element : list) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            default -> generator.writeString(value.toString());
        }
    }

    /**
     * A string as JSON.
     *
     * @param text any text
     * @return the text in quotes, escaped
     */
    public static String quote(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /**
     * Checks that a text is one JSON value.
     *
     * @param text the text
     * @param what how the text is called in the message
     * @param fault makes an exception of what is wrong and where: of a text that was typed another
     *     one than of a file's
     * @return the text, without blanks around it
     * @throws CommandException the one that was made
     */
    public static String check(String text, String what, Function<String, CommandException> fault)
            throws CommandException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw fault.apply(what + " is empty: must be one JSON value");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw fault.apply(what + " goes on after its end: must be one JSON value");
            }
            return text.strip();
        } catch (JsonProcessingException e) {
            throw fault.apply(what + " is not JSON: " + said(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Without the places in Jackson itself that it names. What is too large comes without a place.
     */
    private static String said(JsonProcessingException e) {
        String message =
                e.getOriginalMessage()
                        .replaceAll(" \\(start marker at .*", "")
                        .replaceAll(", from `[^`]*`", "");
        JsonLocation place = e.getLocation();
        return place == null
                ? message
                : "%s (line %d, column %d)"
                        .formatted(message, place.getLineNr(), place.getColumnNr());
    }

    /**
     * A text in an object.
     *
     * @param text one JSON value
     * @param name the member's name
     * @return empty if it is no object with a text of that name
     */
    public static Optional<String> member(String text, String name) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                    return Optional.of(parser.getText());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a text is an object with a member of that name, as answers that are errors are.
     *
     * @param text JSON values separated by commas, or nothing
     * @param name the member's name
     * @return false for anything else
     */
    public static boolean hasMember(String text, String name) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals(name)) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}

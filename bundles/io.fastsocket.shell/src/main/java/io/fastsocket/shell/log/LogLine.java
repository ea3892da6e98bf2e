package io.fastsocket.shell.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One line of the log. The fields are those of {@code etc/log4j2.properties}; one that is not there
 * is empty text.
 */
public final class LogLine {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final byte[] NONE = {};

    private final Map<String, String> fields;
    private final byte[] json;

    private LogLine(Map<String, String> fields, byte[] json) {
        this.fields = fields;
        this.json = json;
    }

    /** The line in some bytes, without its line break; null if they are no JSON object. */
    static LogLine parse(byte[] bytes, int offset, int length) {
        Map<String, String> fields = fields(bytes, offset, length, null);
        byte[] json = Arrays.copyOfRange(bytes, offset, offset + length);
        return fields == null ? null : new LogLine(fields, json);
    }

    /** The same with some of its fields alone, and without its bytes: faster, to look at it. */
    static LogLine glance(byte[] bytes, int offset, int length, Set<String> wanted) {
        Map<String, String> fields = fields(bytes, offset, length, wanted);
        return fields == null ? null : new LogLine(fields, NONE);
    }

    static LogLine glance(Map<String, String> fields) {
        return new LogLine(fields, NONE);
    }

    private static Map<String, String> fields(
            byte[] bytes, int offset, int length, Set<String> wanted) {
        try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, String> fields = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isStructStart()) {
                    parser.skipChildren();
                } else if (wanted == null || wanted.contains(name)) {
                    fields.put(name, parser.getText());
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT ? fields : null;
        } catch (IOException e) {
            return null; // cut off, as the last line is after a crash
        }
    }

    /**
     * A field's value.
     *
     * @param field its name
     * @return its value, or empty text
     */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /**
     * How many events the line stands for.
     *
     * @return one, or how many were folded into it
     */
    public long times() {
        String repeated = get("repeated");
        return repeated.matches("[0-9]{1,18}") ? Long.parseLong(repeated) : 1;
    }

    /**
     * Whose it is: the plugin whose handler was running, or else the bundle that logged.
     *
     * @return a symbolic name, or empty text
     */
    public String owner() {
        String plugin = get("plugin");
        return plugin.isEmpty() ? get("bundle") : plugin;
    }

    /**
     * For programs.
     *
     * @return the line as it stands in the file
     */
    public String json() {
        return new String(json, StandardCharsets.UTF_8);
    }

    int size() {
        return json.length;
    }
}

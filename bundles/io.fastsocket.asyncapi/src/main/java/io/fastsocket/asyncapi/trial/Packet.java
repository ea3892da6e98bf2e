package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A packet of Socket.IO, protocol 5, without the Engine.IO type before it.
 *
 * @param type its digit
 * @param attachments how many binaries follow
 * @param namespace where it belongs
 * @param id of the acknowledgement, or -1
 * @param data what it carries, or missing
 */
record Packet(char type, int attachments, String namespace, long id, JsonNode data) {

    static final char CONNECT = '0';
    static final char DISCONNECT = '1';
    static final char EVENT = '2';
    static final char ACK = '3';
    static final char CONNECT_ERROR = '4';
    static final char BINARY_EVENT = '5';
    static final char BINARY_ACK = '6';

    static final ObjectMapper JSON = new JsonMapper();

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-6])(?:([0-9]{1,9})-)?(?:(/[^,]*),)?([0-9]{1,18})?(.*)", Pattern.DOTALL);

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Packet of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no packet of Socket.IO: " + shortened(text));
        }
        try {
            return new Packet(
                    form.group(1).charAt(0),
                    form.group(2) == null ? 0 : Integer.parseInt(form.group(2)),
                    form.group(3) == null ? "/" : form.group(3),
                    form.group(4) == null ? -1 : Long.parseLong(form.group(4)),
                    form.group(5).isEmpty()
                            ? MissingNode.getInstance()
                            : JSON.readTree(form.group(5)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON in " + shortened(text), e);
        }
    }

    /** As it is sent, with the type of Engine.IO. */
    String text() {
        return "4"
                + type
                + (namespace.equals("/") ? "" : namespace + ",")
                + (id < 0 ? "" : id)
                + (data.isMissingNode() ? "" : data);
    }

    Packet with(JsonNode other) {
        return new Packet(type, 0, namespace, id, other);
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "\u2026" : text;
    }
}

package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a packet and the binaries that follow it together: to contracts a binary is a text. */
final class Binaries {

    private final Packet packet;
    private final List<String> texts = new ArrayList<>();

    Binaries(Packet packet) {
        this.packet = packet;
    }

    /** The packet once this was the last, or null. */
    Packet add(ByteBuffer binary) {
        // A character a byte, so that lengths are counted in bytes.
        texts.add(StandardCharsets.ISO_8859_1.decode(binary).toString());
        return texts.size() < packet.attachments() ? null : packet.with(filled(packet.data()));
    }

    private JsonNode filled(JsonNode node) {
        if (node.isObject() && node.path("_placeholder").asBoolean() && node.size() == 2) {
            int number = node.path("num").asInt(-1);
            return number >= 0 && number < texts.size()
                    ? TextNode.valueOf(texts.get(number))
                    : node;
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                member.setValue(filled(member.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filled(array.get(i)));
            }
        }
        return node;
    }
}

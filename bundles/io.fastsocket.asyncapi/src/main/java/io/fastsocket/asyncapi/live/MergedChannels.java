package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The channels of a merged document: one for each namespace. */
final class MergedChannels {

    private static final Pattern VALUE = Pattern.compile("\\{([^}]*)}");

    private final ObjectNode channels;
    private final Map<String, Channel> byAddress = new HashMap<>();

    MergedChannels(ObjectNode channels) {
        this.channels = channels;
    }

    /** That of a namespace; what is said of it first stays. */
    Channel of(Part part) {
        return byAddress.computeIfAbsent(part.address(), address -> make(part));
    }

    private Channel make(Part part) {
        String key = Keys.free(Keys.channel(part.address()), channels);
        ObjectNode channel = channels.putObject(key);
        channel.put("address", part.address());
        channel.setAll(part.channel());
        Matcher value = VALUE.matcher(part.address());
        while (value.find()) {
            if (!channel.path("parameters").has(value.group(1))) {
                channel.withObjectProperty("parameters").putObject(value.group(1));
            }
        }
        channel.putObject("messages");
        return new Channel(key, channel);
    }

    /**
     * A channel.
     *
     * @param key its key
     * @param node it
     */
    record Channel(String key, ObjectNode node) {

        void refer(ObjectNode reference) {
            reference.put("$ref", "#/channels/" + key);
        }

        /** Puts a message into it, and refers to that; its key grows if it is taken. */
        ObjectNode message(String wanted, String otherwise, ObjectNode message) {
            ObjectNode messages = (ObjectNode) node.get("messages");
            boolean taken = messages.has(Keys.plain(wanted));
            String name = Keys.free(taken ? wanted + otherwise : wanted, messages);
            messages.set(name, message);
            return to(name);
        }

        /** The same for a message of the components. */
        ObjectNode message(ObjectNode reference) {
            String path = reference.path("$ref").textValue();
            String name = "fastsocket." + path.substring(path.lastIndexOf('/') + 1);
            ((ObjectNode) node.get("messages")).set(name, reference);
            return to(name);
        }

        private ObjectNode to(String name) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("$ref", "#/channels/" + key + "/messages/" + name);
        }
    }
}

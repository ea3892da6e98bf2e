package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.asyncapi.event.SharedSchemas;
import io.fastsocket.asyncapi.pages.Examples.Example;

import java.util.List;

/** What the page's script makes forms of: the schemas of what clients send, with examples. */
final class PageData {

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode events = root.putObject("events");
    private final SharedSchemas shared;

    PageData(SharedSchemas shared, List<String> servers, boolean live) {
        this.shared = shared;
        root.put("live", live);
        servers.forEach(root.putArray("servers")::add);
        root.putArray("namespaces");
    }

    void namespace(String address) {
        root.withArray("namespaces").add(address);
    }

    /** One that clients send. */
    void event(Outline.Entry entry, List<List<Example>> examples) {
        ObjectNode event = events.putObject(entry.id());
        event.put("namespace", entry.event().namespace()).put("name", entry.event().name());
        ArrayNode messages = event.putArray("messages");
        for (int i = 0; i < entry.event().messages().size(); i++) {
            Message message = entry.event().messages().get(i);
            ObjectNode one = messages.addObject();
            if (message.format() == null && message.payload().isObject()) {
                one.put("several", Message.isArguments(message.payload()));
                one.set("schema", shared.copy(message.payload()));
            }
            ArrayNode values = one.putArray("examples");
            for (Example example : examples.get(i)) {
                values.addObject().put("title", example.title()).set("value", example.payload());
            }
        }
    }

    /** JSON in which nothing ends the element that it stands in. */
    String json() {
        root.set("schemas", shared.schemas());
        return ((JsonNode) root)
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}

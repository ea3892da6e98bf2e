package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.event.Event;
import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.asyncapi.pages.Examples.Example;

import java.util.List;

/** Draws one event: what it is, what is in it, what comes back, and who answers. */
final class EventSection {

    private static final int LONGEST_EXAMPLE = 20_000;

    /** The server's own error, which has a place of its own. */
    private static final String ERROR = "FastSocketError";

    private final Html html;
    private final SchemaNames names;

    EventSection(Html html, SchemaNames names) {
        this.html = html;
        this.names = names;
    }

    void draw(Outline.Entry entry, List<List<Example>> examples) {
        Event event = entry.event();
        html.raw("<section class=\"event card\" id=\"").text(entry.id()).raw("\">\n");
        head(entry);
        for (int i = 0; i < event.messages().size(); i++) {
            message(entry, event.messages().get(i), i, examples.get(i));
        }
        if (entry.received()) {
            acknowledgement(event);
            html.raw("<h4>Errors</h4>\n");
            PossibleErrors.line(html, event.messages().stream().anyMatch(EventSection::checked));
            html.raw("<div class=\"try\" data-event=\"").text(entry.id()).raw("\"></div>\n");
        } else if (event.acknowledged()) {
            html.raw("<h4>The client acknowledges</h4>\n");
            event.replies().forEach(this::payload);
        }
        html.raw("</section>\n");
    }

    private static boolean checked(Message message) {
        return message.payload().isObject() && !message.payload().isEmpty();
    }

    private void head(Outline.Entry entry) {
        Event event = entry.event();
        JsonNode operation = event.operation();
        html.raw("<h3><a class=\"name\" href=\"#").text(Anchors.fragment(entry.id())).raw("\">");
        html.text(event.name()).raw("</a> ");
        html.raw(
                entry.received()
                        ? "<span class=\"way up\">client sends</span>"
                        : "<span class=\"way down\">server sends</span>");
        boolean old = event.messages().stream().allMatch(message -> isOld(message.node()));
        if (old || isOld(operation)) {
            html.raw(" <span class=\"old\">deprecated</span>");
        }
        html.raw("</h3>\n");
        if (operation.path("summary").isTextual()) {
            html.raw("<p class=\"summary\">");
            Prose.line(html, operation.path("summary").textValue());
            html.raw("</p>\n");
        }
        Prose.paragraphs(html, operation.path("description"));
        plugins(entry, operation.path("x-fastsocket-plugins"));
        JsonNode room = operation.path("x-socketio").path("room");
        if (room.isTextual() && !room.asText().isEmpty()) {
            html.raw("<p>To those in the room ").code(room.textValue()).raw(".</p>\n");
        }
    }

    private static boolean isOld(JsonNode node) {
        return node.path("deprecated").asBoolean() || node.path("x-deprecated").asBoolean();
    }

    private void plugins(Outline.Entry entry, JsonNode plugins) {
        if (plugins.isEmpty()) {
            return;
        }
        html.raw("<p class=\"by\">").raw(entry.received() ? "Answered by" : "Sent by");
        String before = " ";
        for (JsonNode plugin : plugins) {
            html.raw(before).raw("<b>").text(plugin.path("name").asText()).raw("</b> ");
            html.text(plugin.path("version").asText());
            before = ", ";
        }
        html.raw("</p>\n");
    }

    private void message(Outline.Entry entry, Message message, int number, List<Example> examples) {
        int all = entry.event().messages().size();
        html.raw("<h4>Payload");
        if (all > 1) {
            html.text(", possibility " + (number + 1) + " of " + all);
        }
        html.raw("</h4>\n");
        if (message.node().path("summary").isTextual()) {
            html.raw("<p>");
            Prose.line(html, message.node().path("summary").textValue());
            html.raw("</p>\n");
        }
        Prose.paragraphs(html, message.node().path("description"));
        payload(message);
        for (Example example : examples) {
            html.raw("<figure><figcaption>");
            html.raw(example.made() ? "Example, made from the schema" : "Example");
            if (!example.title().isEmpty()) {
                html.raw(": ").text(example.title());
            }
            html.raw("</figcaption><pre tabindex=\"0\"><code>");
            html.text(JsonText.pretty(example.payload(), LONGEST_EXAMPLE));
            html.raw("</code></pre></figure>\n");
        }
    }

    private void payload(Message message) {
        if (message.format() != null) {
            html.raw("<p class=\"whole\">A schema of the format ").code(message.format());
            html.raw(", as it is written:</p><pre tabindex=\"0\"><code>");
            JsonNode schema = message.payload();
            html.text(
                    schema.isTextual()
                            ? schema.textValue()
                            : JsonText.pretty(schema, LONGEST_EXAMPLE));
            html.raw("</code></pre>\n");
        } else if (message.payload().isMissingNode()) {
            html.raw("<p class=\"whole\">Nothing is said of it.</p>\n");
        } else {
            SchemaTable.draw(html, names, message.payload());
        }
    }

    private void acknowledgement(Event event) {
        html.raw("<h4>Acknowledgement</h4>\n");
        List<Message> replies = event.replies().stream().filter(this::isNoError).toList();
        if (replies.isEmpty()) {
            html.raw("<p class=\"whole\">Nothing is said of one.</p>\n");
        }
        for (Message reply : replies) {
            if (reply.node().path("summary").isTextual()) {
                html.raw("<p>");
                Prose.line(html, reply.node().path("summary").textValue());
                html.raw("</p>\n");
            }
            payload(reply);
        }
    }

    private boolean isNoError(Message reply) {
        return !ERROR.equals(names.of(reply.payload()));
    }
}

package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a contract says in words. AsyncAPI means Markdown by it; of that, paragraphs and code are
 * shown as such, and the rest as it was written: it needs no renderer, and can do no harm.
 */
final class Prose {

    private Prose() {}

    /** Paragraphs of a text; nothing if there is none. */
    static void paragraphs(Html html, JsonNode text) {
        if (!text.isTextual()) {
            return;
        }
        for (String paragraph : text.textValue().strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                line(html.raw("<p>"), paragraph);
                html.raw("</p>\n");
            }
        }
    }

    /** A text without paragraphs, such as a summary. */
    static void line(Html html, String text) {
        String[] parts = text.strip().split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean closed = i < parts.length - 1;
            if (i % 2 == 1 && closed) {
                html.code(parts[i]);
            } else {
                html.text(i % 2 == 1 ? "`" + parts[i] : parts[i]);
            }
        }
    }
}

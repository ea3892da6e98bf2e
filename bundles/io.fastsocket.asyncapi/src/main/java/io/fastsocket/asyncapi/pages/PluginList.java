package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

/** Draws the plugins that a live contract comes from, and where each has its part of it from. */
final class PluginList {

    private PluginList() {}

    /** Nothing for a document that does not come from a server. */
    static void draw(Html html, JsonNode document) {
        JsonNode plugins = document.path("x-fastsocket-plugins");
        if (plugins.isEmpty()) {
            return;
        }
        html.raw("<details class=\"plugins\"><summary>From ").text(count(plugins));
        html.raw("</summary>\n<ul>\n");
        for (JsonNode plugin : plugins) {
            html.raw("<li><b>").text(plugin.path("name").asText()).raw("</b> ");
            html.text(plugin.path("version").asText());
            boolean own = plugin.path("contract").asText().equals("own");
            html.raw(own ? ", by its own contract" : ", by its code");
            if (plugin.path("title").isTextual()) {
                html.raw(": ").text(plugin.path("title").textValue());
            }
            html.raw("\n");
            Prose.paragraphs(html, plugin.path("description"));
            html.raw("</li>\n");
        }
        html.raw("</ul></details>\n");
    }

    private static String count(JsonNode plugins) {
        return plugins.size() == 1 ? "one plugin" : plugins.size() + " plugins";
    }
}

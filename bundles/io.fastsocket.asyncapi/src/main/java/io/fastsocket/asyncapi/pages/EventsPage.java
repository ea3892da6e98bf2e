package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.asyncapi.event.SharedSchemas;
import io.fastsocket.asyncapi.pages.Examples.Example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws the whole page of a contract. Without scripts it can be read from end to end; they search,
 * connect and send.
 */
public final class EventsPage {

    /** So many parts of schemas go to the script; further ones are forms of plain JSON. */
    private static final long PARTS = 400_000;

    /** Scripts and styles are the page's own files; it may connect to where its reader says. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src http: https: ws: wss:; base-uri 'none'; form-action 'none'";

    private final Html html = new Html(1 << 16);
    private final Outline outline;
    private final SharedSchemas shared;
    private final Examples examples;
    private final String files;

    private EventsPage(Document document, String files) {
        outline = Outline.of(document);
        shared = new SharedSchemas(document.meant(), PARTS);
        examples = new Examples(outline.names(), shared);
        this.files = files;
    }

    /** What a server shows of what is in service; its answer says what the page may do. */
    public static String live(Document document) {
        return new EventsPage(document, "/docs/events/").page(true);
    }

    /** The same for a file, which has to say itself what it may do. */
    public static String file(Document document) {
        return new EventsPage(document, "").page(false);
    }

    private String page(boolean live) {
        head(live);
        SideList.draw(html, outline);
        html.raw("<main id=\"main\" tabindex=\"-1\">\n");
        introduction(live);
        PageData data = new PageData(shared, ServerUrls.of(outline.document().meant()), live);
        for (Outline.Group group : outline.namespaces()) {
            namespace(group, data);
        }
        if (outline.namespaces().isEmpty()) {
            html.raw("<p class=\"card\">There are no events. ")
                    .raw(
                            live
                                    ? "Copy a plugin into <code>plugins/</code>, and reload.</p>\n"
                                    : "</p>\n");
        }
        PossibleErrors.section(html);
        schemas();
        html.raw("</main>\n").raw(LivePanel.MARKUP);
        html.raw("<script type=\"application/json\" id=\"contract\">").raw(data.json());
        html.raw("</script>\n</body></html>\n");
        return html.toString();
    }

    private void head(boolean live) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
        if (!live) {
            html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(POLICY);
            html.raw("\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        }
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<meta name=\"generator\" content=\"FastSocket\">\n<title>")
                .text(outline.title())
                .raw(": events</title>\n");
        html.raw("<link rel=\"icon\" href=\"").raw(files).raw("icon.svg\">\n");
        html.raw("<link rel=\"stylesheet\" href=\"").raw(files).raw("events.css\">\n");
        for (String script : PageFiles.SCRIPTS) {
            html.raw("<script src=\"").raw(files).raw(script).raw("\" defer></script>\n");
        }
        html.raw("</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the events</a>\n");
    }

    private void introduction(boolean live) {
        JsonNode info = outline.info();
        html.raw("<header>\n<h1>").text(outline.title()).raw(" <small>");
        html.text(info.path("version").asText()).raw("</small></h1>\n");
        Prose.paragraphs(html, info.path("description"));
        html.raw("<p class=\"links\">");
        if (live) {
            html.raw("<a href=\"/\">Status</a> · <a href=\"/asyncapi.yaml\">asyncapi.yaml</a> · ")
                    .raw("<a href=\"/asyncapi.json\">asyncapi.json</a></p>\n<p class=\"links\">");
        }
        html.raw("Directions are told from the client’s side: ")
                .raw("<span class=\"way up\">client sends</span> ")
                .raw("<span class=\"way down\">server sends</span></p>\n");
        PluginList.draw(html, outline.document().meant());
        html.raw("</header>\n");
    }

    private void namespace(Outline.Group group, PageData data) {
        html.raw("<section class=\"namespace\" id=\"").text(group.id()).raw("\">\n<h2>");
        html.raw("<small>Namespace</small> ").text(group.address()).raw("</h2>\n");
        data.namespace(group.address());
        Prose.paragraphs(html, group.channel().path("description"));
        for (Map.Entry<String, JsonNode> one : group.channel().path("parameters").properties()) {
            html.raw("<p>").code("{" + one.getKey() + "}").raw(" ");
            html.text(one.getValue().path("description").asText("stands for a value."));
            html.raw("</p>\n");
        }
        EventSection section = new EventSection(html, outline.names());
        for (Outline.Entry entry : group.events()) {
            List<List<Example>> all = new ArrayList<>();
            for (Message message : entry.event().messages()) {
                all.add(examples.of(message));
            }
            section.draw(entry, all);
            if (entry.received()) {
                data.event(entry, all);
            }
        }
        html.raw("</section>\n");
    }

    private void schemas() {
        Map<String, JsonNode> schemas = outline.names().schemas();
        if (schemas.isEmpty()) {
            return;
        }
        html.raw("<section id=\"schemas\"><h2>Schemas</h2>\n");
        schemas.forEach(
                (name, schema) -> {
                    String id = outline.names().id(name);
                    html.raw("<section class=\"card schema\" id=\"").text(id).raw("\"><h3>");
                    html.raw("<a class=\"name\" href=\"#").text(Anchors.fragment(id)).raw("\">");
                    html.text(name).raw("</a></h3>\n");
                    SchemaTable.drawNamed(html, outline.names(), schema);
                    html.raw("</section>\n");
                });
        html.raw("</section>\n");
    }
}

package io.fastsocket.asyncapi.pages;

/** The list of namespaces and events at the side, each a link. */
final class SideList {

    private SideList() {}

    static void draw(Html html, Outline outline) {
        html.raw("<nav id=\"events\" aria-label=\"Events\">\n<p class=\"find\" hidden>")
                .raw(
                        "<input id=\"search\" type=\"search\" placeholder=\"Search\" autocomplete=\"off\"")
                .raw(" spellcheck=\"false\" aria-label=\"Search events\" aria-keyshortcuts=\"/\">")
                .raw(
                        "<kbd aria-hidden=\"true\">/</kbd></p>\n<p id=\"found\" role=\"status\"></p>\n");
        for (Outline.Group group : outline.namespaces()) {
            html.raw("<div class=\"group\"><h2>").link(group.id(), group.address());
            html.raw("</h2>\n<ul>\n");
            for (Outline.Entry entry : group.events()) {
                html.raw("<li class=\"").raw(entry.received() ? "up" : "down").raw("\">");
                html.link(entry.id(), entry.event().name()).raw("</li>\n");
            }
            html.raw("</ul></div>\n");
        }
        html.raw("<div class=\"group\"><h2><a href=\"#errors\">Errors</a></h2></div>\n");
        if (!outline.names().schemas().isEmpty()) {
            html.raw("<div class=\"group\"><h2><a href=\"#schemas\">Schemas</a></h2></div>\n");
        }
        html.raw("</nav>\n");
    }
}

package io.fastsocket.asyncapi.pages;

import java.util.Map;

/** Draws a list of the pages of several contracts. */
public final class IndexPage {

    private IndexPage() {}

    /**
     * The page.
     *
     * @param titles of contracts, by the names of their files
     */
    public static String of(Map<String, String> titles) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .raw(" style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<meta name=\"generator\" content=\"FastSocket\">\n<title>Contracts</title>\n")
                .raw("<link rel=\"icon\" href=\"icon.svg\">\n")
                .raw("<link rel=\"stylesheet\" href=\"events.css\"></head>\n")
                .raw("<body class=\"index\"><main><h1>Contracts</h1>\n<ul class=\"card\">\n");
        titles.forEach(
                (file, title) -> {
                    // With ./ no name of a file is a URL of another kind.
                    html.raw("<li><a href=\"./").text(Anchors.fragment(file)).raw("\">");
                    html.text(title).raw("</a> <small>").text(file).raw("</small></li>\n");
                });
        return html.raw("</ul></main></body></html>\n").toString();
    }
}

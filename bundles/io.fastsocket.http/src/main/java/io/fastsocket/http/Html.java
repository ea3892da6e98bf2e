package io.fastsocket.http;

/** Collects markup. Only {@link #raw} takes markup, and only from this bundle's own code. */
final class Html {

    private final StringBuilder out = new StringBuilder(4096);

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Appends a value's text with every character escaped that could end text or an attribute. */
    Html text(Object value) {
        String text = String.valueOf(value);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** Appends a name, which may be broken behind its dots, where there is no room for it. */
    Html name(Object value) {
        String[] parts = String.valueOf(value).split("(?<=\\.)");
        text(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            raw("<wbr>").text(parts[i]);
        }
        return this;
    }

    void tableHead(String... titles) {
        raw("<div class=\"table\"><table><thead><tr>");
        for (String title : titles) {
            raw("<th scope=\"col\">").text(title).raw("</th>");
        }
        raw("</tr></thead><tbody>\n");
    }

    void tableEnd() {
        raw("</tbody></table></div>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

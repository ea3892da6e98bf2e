package io.fastsocket.asyncapi.pages;

/**
 * Collects markup. Only {@link #raw} takes markup, and only from this package's own code: whatever
 * stands in a contract comes from a stranger.
 */
final class Html {

    private final StringBuilder out;

    Html() {
        this(1 << 12);
    }

    Html(int size) {
        out = new StringBuilder(size);
    }

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /**
     * Appends text with every character escaped that could end text or an attribute; what HTML does
     * not allow at all, and what turns the direction of reading round, is replaced.
     */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '`' -> out.append("&#96;");
                default -> out.append(isHarmless(c) ? c : '\uFFFD');
            }
        }
        return this;
    }

    private static boolean isHarmless(char c) {
        boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        boolean turning = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return !control && !turning;
    }

    /** The same between an opening and a closing tag of a kind. */
    Html element(String tag, String text) {
        return raw("<").raw(tag).raw(">").text(text).raw("</").raw(tag).raw(">");
    }

    Html code(String text) {
        return element("code", text);
    }

    /** A link to a part of the page itself, by its id. */
    Html link(String id, String text) {
        return raw("<a href=\"#").text(Anchors.fragment(id)).raw("\">").text(text).raw("</a>");
    }

    /** How much there is. */
    int length() {
        return out.length();
    }

    /** Takes back what has been added since there was so much. */
    void cut(int length) {
        out.setLength(length);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

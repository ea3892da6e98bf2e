package io.fastsocket.asyncapi.pages;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Ids of the parts of a page, which links from elsewhere lead to: each once. */
final class Anchors {

    private static final String PLAIN = "-._~!$()*+,;=:@/";

    /** Of the page's own parts. */
    private static final Set<String> OWN =
            Set.of(
                    "main",
                    "events",
                    "search",
                    "found",
                    "errors",
                    "schemas",
                    "contract",
                    "live",
                    "state",
                    "connection",
                    "server",
                    "servers",
                    "namespace",
                    "namespaces",
                    "auth",
                    "connect",
                    "refusal",
                    "connected",
                    "clear",
                    "log");

    private final Set<String> taken = new HashSet<>(OWN);

    /** An id like the one wanted; without blanks, which ids may not have. */
    String free(String wanted) {
        String plain = wanted.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]", "_");
        // So begin those of errors, and of fields in forms.
        boolean own = plain.startsWith("errors/") || plain.startsWith("field-");
        String id = plain.isEmpty() || own ? "_" + plain : plain;
        for (int i = 2; !taken.add(id); i++) {
            id = plain + "~" + i;
        }
        return id;
    }

    /** An id as it stands behind the # of a URL, by RFC 3986. */
    static String fragment(String id) {
        StringBuilder out = new StringBuilder();
        for (byte one : id.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = one >= 0 && Character.isLetterOrDigit(one);
            if (letter || PLAIN.indexOf(one) >= 0) {
                out.append((char) one);
            } else {
                out.append("%%%02X".formatted(one & 0xFF));
            }
        }
        return out.toString();
    }
}

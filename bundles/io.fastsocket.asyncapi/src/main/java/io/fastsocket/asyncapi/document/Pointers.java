package io.fastsocket.asyncapi.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JSON Pointers, RFC 6901. */
public final class Pointers {

    private Pointers() {}

    /** One step of a pointer, with the slash before it. */
    static String token(Object key) {
        return "/" + key.toString().replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of a path. */
    public static String of(List<?> path) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(key -> pointer.append(token(key)));
        return pointer.toString();
    }

    /**
     * The path of a pointer as it stands behind the {@code #} of a reference.
     *
     * @return null if it is none
     */
    static List<String> path(String fragment) {
        List<String> path = new ArrayList<>();
        if (fragment.isEmpty()) {
            return path;
        }
        if (fragment.charAt(0) != '/') {
            return null;
        }
        for (String token : fragment.substring(1).split("/", -1)) {
            path.add(decoded(token).replace("~1", "/").replace("~0", "~"));
        }
        return path;
    }

    private static String decoded(String token) {
        if (token.indexOf('%') < 0) {
            return token;
        }
        try {
            return URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return token; // not encoded, though it looks like it
        }
    }
}

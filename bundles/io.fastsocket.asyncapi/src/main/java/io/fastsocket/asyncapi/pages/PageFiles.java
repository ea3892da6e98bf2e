package io.fastsocket.asyncapi.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that pages need beside them: styles and scripts, Socket.IO's client among them. */
public final class PageFiles {

    /** Put into the bundle by its build, if that has Node; without it pages only show. */
    private static final String CLIENT = "socket.io.min.js";

    /** In the order in which they are run. */
    static final List<String> SCRIPTS =
            List.of(CLIENT, "search.js", "values.js", "form.js", "live.js", "try.js");

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    private PageFiles() {}

    /** All of them, by name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("events.css", file("events.css").orElseThrow());
        files.put("icon.svg", file("icon.svg").orElseThrow());
        SCRIPTS.forEach(name -> file(name).ifPresent(bytes -> files.put(name, bytes)));
        return files;
    }

    /** One; empty if there is none of that name. */
    static Optional<byte[]> file(String name) {
        if (!name.matches("[a-z.]+\\.(css|js|svg)")) {
            return Optional.empty();
        }
        try (InputStream in = PageFiles.class.getResourceAsStream("/pages/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " from the bundle", e);
        }
    }

    /** What kind of file one is. */
    static String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }
}

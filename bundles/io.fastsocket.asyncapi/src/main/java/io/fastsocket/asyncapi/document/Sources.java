package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The document and the files it refers to, each read once. Files must lie in the document's folder
 * or below it, whatever links say; the network is asked for hosts allowed by name alone.
 */
final class Sources {

    private final Path folder;
    private final Set<String> hosts;
    private final Places places;
    private final Budget values = new Budget(Limits.VALUES);
    private final Map<URI, Source> read = new HashMap<>();

    Sources(Path folder, Set<String> hosts, Places places) {
        this.folder = folder;
        this.hosts = hosts;
        this.places = places;
    }

    /** Reads the document itself. */
    Source main(Path file) throws IOException, UnreadableException {
        URI uri = file.toUri();
        Source source = new Source(uri, parse(uri, null, bytes(Files.newInputStream(file))));
        read.put(uri, source);
        return source;
    }

    /** Reads the document itself, where it is in no file: nothing is near it. */
    Source main(String json) throws UnreadableException {
        URI uri = URI.create("memory:/document.json");
        Source source = new Source(uri, parse(uri, null, json.getBytes(StandardCharsets.UTF_8)));
        read.put(uri, source);
        return source;
    }

    /**
     * Reads what a reference leads to.
     *
     * @param reference without its fragment
     * @param from the file that it stands in
     * @throws ReferenceException saying why it cannot be had
     */
    Source follow(String reference, Source from) throws ReferenceException, InterruptedException {
        URI uri;
        try {
            uri = from.uri().resolve(encoded(reference));
        } catch (IllegalArgumentException e) {
            throw new ReferenceException("is no valid reference");
        }
        return switch (uri.getScheme()) {
            case "file" -> local(uri);
            case "http", "https" -> remote(uri);
            default -> throw new ReferenceException("leads to neither a file nor http");
        };
    }

    private static String encoded(String reference) {
        return reference.replace(" ", "%20");
    }

    private Source local(URI uri) throws ReferenceException {
        Path file;
        try {
            file = Path.of(URI.create(uri.getScheme() + "://" + uri.getRawPath())).toRealPath();
        } catch (IOException | IllegalArgumentException e) {
            throw new ReferenceException("leads to a file that is not there");
        }
        if (!file.startsWith(folder)) {
            throw new ReferenceException(
                    "leads out of the document's folder: only files in it or below it are read");
        }
        URI real = file.toUri();
        Source known = read.get(real);
        if (known != null) {
            return known;
        }
        String name = folder.relativize(file).toString();
        try {
            return add(real, name, bytes(Files.newInputStream(file)));
        } catch (IOException e) {
            throw new ReferenceException("leads to a file that cannot be read");
        }
    }

    private Source remote(URI uri) throws ReferenceException, InterruptedException {
        if (!hosts.contains(uri.getHost())) {
            throw new ReferenceException(
                    "leads to "
                            + uri.getHost()
                            + ", which is not asked unless it is allowed by name");
        }
        Source known = read.get(uri);
        return known != null ? known : add(uri, uri.toString(), Download.of(uri));
    }

    private Source add(URI uri, String name, byte[] content) throws ReferenceException {
        if (read.size() > Limits.FILES) {
            throw new ReferenceException(
                    "leads to one file more than the " + Limits.FILES + " allowed");
        }
        try {
            Source source = new Source(uri, parse(uri, name, content));
            read.put(uri, source);
            return source;
        } catch (UnreadableException e) {
            throw new ReferenceException(
                    "leads to %s, line %d, column %d: %s"
                            .formatted(name, e.line(), e.column(), e.getMessage()));
        }
    }

    /** At most a byte more than allowed. */
    static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readNBytes(Limits.FILE + 1);
        }
    }

    private JsonNode parse(URI uri, String name, byte[] content) throws UnreadableException {
        if (content.length > Limits.FILE) {
            throw new UnreadableException(
                    1,
                    1,
                    "larger than " + (Limits.FILE >> 20) + " MiB; split the document into several");
        }
        String text = text(content);
        TreeBuilder tree = new TreeBuilder(name, places, values);
        String path = uri.getPath() == null ? "" : uri.getPath().toLowerCase(Locale.ROOT);
        if (name != null && path.matches(".*\\.(proto|raml|xsd|xml|graphql)")) {
            return YamlScalars.text(text); // a schema of another kind
        }
        boolean json = path.endsWith(".json") || path.endsWith(".avsc");
        return json ? JsonReader.read(text, tree) : YamlReader.read(text, tree);
    }

    private static String text(byte[] content) throws UnreadableException {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException(1, 1, "not UTF-8: save it in that encoding");
        }
    }
}

package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document, as written and as meant.
 *
 * @param written with its references
 * @param meant with what they lead to in their place; null if that cannot be had
 * @param places where everything stands
 * @param faults what is wrong with its references
 * @param cycles by identity: what those references in {@code meant} lead to that had to stay, since
 *     their part contains itself
 * @param links by identity: what each reference leads to, as it was written
 */
public record Document(
        JsonNode written,
        JsonNode meant,
        Places places,
        List<Fault> faults,
        Map<JsonNode, JsonNode> cycles,
        Map<JsonNode, JsonNode> links) {

    /**
     * Something that is wrong with a document as a whole or with a reference in it.
     *
     * @param reference whether it is a reference
     * @param spot where
     * @param message what is wrong, and what to do
     */
    public record Fault(boolean reference, Places.Spot spot, String message) {}

    /**
     * Reads a document and what it refers to.
     *
     * @param file the document
     * @param hosts those that may be asked
     * @throws IOException if the document cannot be read
     * @throws UnreadableException if it is neither YAML nor JSON
     */
    public static Document read(Path file, Set<String> hosts)
            throws IOException, UnreadableException, InterruptedException {
        Path real = file.toRealPath();
        Places places = new Places();
        Sources sources = new Sources(real.getParent(), hosts, places);
        return of(sources.main(real), sources, places);
    }

    /**
     * A document that stands in no file, and refers to nothing else.
     *
     * @param json its text
     * @throws UnreadableException if it is not JSON
     */
    public static Document of(String json) throws UnreadableException, InterruptedException {
        Places places = new Places();
        Sources sources = new Sources(null, Set.of(), places);
        return of(sources.main(json), sources, places);
    }

    private static Document of(Source main, Sources sources, Places places)
            throws InterruptedException {
        Resolver resolver = new Resolver(sources, places);
        List<Fault> faults = new ArrayList<>();
        JsonNode meant = null;
        try {
            meant = resolver.resolve(main);
        } catch (Resolver.TooLargeException e) {
            faults.add(new Fault(false, places.spot(main.root(), List.of()), e.getMessage()));
        }
        for (Resolver.Unresolved unresolved : resolver.unresolved()) {
            faults.add(
                    new Fault(
                            true,
                            places.spot(unresolved.holder(), List.of(Resolver.REF)),
                            unresolved.message()));
        }
        return new Document(
                main.root(), meant, places, faults, resolver.cycles(), resolver.links());
    }
}

package io.fastsocket.registry.binding;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import java.util.Iterator;

/** Writes paths of Jakarta Validation as clients know them: {@code items[2].price}. */
final class Paths {

    private Paths() {}

    static String of(Iterator<Path.Node> nodes) {
        String path = "";
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.isInIterable()) {
                Object place = node.getIndex() != null ? node.getIndex() : node.getKey();
                path += place == null ? "" : "[" + place + "]";
            }
            // The name of such a node is "<list element>" and the like.
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT && node.getName() != null) {
                path = Problems.join(path, node.getName());
            }
        }
        return path;
    }
}

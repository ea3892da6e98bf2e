package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.EventCatalog;

/**
 * Namespaces as labels. Clients choose the names of dynamic ones, such as {@code /room-7}, so that
 * those would make series without end: they are what handlers declare, {@code /room-{id}}, and all
 * that nobody declares is one.
 *
 * @param catalog knows what is declared; null if it is away
 */
record Namespaces(EventCatalog catalog) {

    /** No namespace: those begin with a slash. */
    static final String OTHER = "other";

    String label(String namespace) {
        return catalog == null ? OTHER : catalog.declared(namespace).orElse(OTHER);
    }
}

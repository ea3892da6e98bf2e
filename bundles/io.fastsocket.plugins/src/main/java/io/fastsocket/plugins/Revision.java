package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * A revision of a plugin that is installed.
 *
 * @param name symbolic name
 * @param version its version
 * @param sha256 of its JAR
 * @param bundle where it is installed
 * @param handlers its handlers in the registry
 * @param installedAt as {@link System#nanoTime()} counts
 */
record Revision(
        String name,
        Version version,
        String sha256,
        Bundle bundle,
        HandlerRevision handlers,
        long installedAt) {

    /** A bundle that is installed already. */
    static Revision of(Bundle bundle, HandlerRegistry registry) {
        return new Revision(
                bundle.getSymbolicName(),
                bundle.getVersion(),
                sha256(bundle.getLocation()),
                bundle,
                registry.revision(bundle),
                System.nanoTime());
    }

    /** Where a JAR is installed; {@link #sha256(String)} reads it back. */
    static String location(JarFacts facts) {
        return HandlerRegistry.PLUGIN_LOCATION + facts.symbolicName() + ":" + facts.sha256();
    }

    /** Whether it is there for its exported packages. */
    boolean library() {
        return JarFacts.isTrue(bundle.getHeaders("").get(JarFacts.LIBRARY));
    }

    /** What stands in a location; empty if it is none of these. */
    static String sha256(String location) {
        String[] parts = location.split(":");
        return parts.length > 2 ? parts[2] : "";
    }

    /** What it is called. */
    RevisionId id() {
        return new RevisionId(name, version.toString(), sha256);
    }

    @Override
    public String toString() {
        return id().toString();
    }
}

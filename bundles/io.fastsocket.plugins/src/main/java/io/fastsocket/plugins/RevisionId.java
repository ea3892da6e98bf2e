package io.fastsocket.plugins;

import org.osgi.framework.Bundle;

/**
 * What a revision is called, also after its bundle is gone.
 *
 * @param name symbolic name
 * @param version its version
 * @param sha256 of its JAR; empty if it is not known
 */
record RevisionId(String name, String version, String sha256) {

    private static final int HASH_SHOWN = 8;

    static RevisionId of(Bundle bundle) {
        return new RevisionId(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                Revision.sha256(bundle.getLocation()));
    }

    /** Its version; with its hash, if that of another is the same. */
    String versionBeside(RevisionId other) {
        return version.equals(other.version) ? version + " " + hash() : version;
    }

    private String hash() {
        return "(" + sha256.substring(0, Math.min(HASH_SHOWN, sha256.length())) + ")";
    }

    @Override
    public String toString() {
        return name + " " + version + " " + hash();
    }
}

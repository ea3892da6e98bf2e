package io.fastsocket.launcher;

import java.nio.file.Path;

/**
 * The product as it was unpacked: read only.
 *
 * @param root the folder that holds {@code bin}, {@code lib}, {@code features} and {@code repo}
 * @param version the product's version
 */
record Installation(Path root, String version) {

    /** The system property by which the start script says where the product is. */
    static final String ROOT = "fastsocket.installation";

    static Installation find() {
        String root = System.getProperty(ROOT);
        if (root == null) {
            throw LaunchException.usage(
                    "the system property "
                            + ROOT
                            + " is missing: start FastSocket by bin/fastsocket");
        }
        String version = Installation.class.getPackage().getImplementationVersion();
        return new Installation(
                Path.of(root).toAbsolutePath().normalize(), version == null ? "unknown" : version);
    }

    /** The product's version and Java's, for people. */
    String versions() {
        return "FastSocket %s (Java %s)".formatted(version, Runtime.version());
    }

    Path features() {
        return root.resolve("features");
    }

    Path repo() {
        return root.resolve("repo");
    }

    Path script() {
        return root.resolve("bin").resolve("fastsocket");
    }
}

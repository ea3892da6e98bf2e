package io.fastsocket.launcher;

import java.nio.file.Path;

/**
 * A Maven artifact, named as OSGi features name one: {@code
 * group:artifact[:type[:classifier]]:version}.
 *
 * @param group the group id
 * @param artifact the artifact id
 * @param type the file's ending
 * @param classifier the classifier, or empty
 * @param version the version
 */
record Artifact(String group, String artifact, String type, String classifier, String version) {

    static Artifact parse(String id) {
        String[] parts = id.split(":", -1);
        for (String part : parts) {
            if (!part.matches("[A-Za-z0-9._+-]+")) {
                throw new IllegalArgumentException(malformed(id));
            }
        }
        return switch (parts.length) {
            case 3 -> new Artifact(parts[0], parts[1], "jar", "", parts[2]);
            case 4 -> new Artifact(parts[0], parts[1], parts[2], "", parts[3]);
            case 5 -> new Artifact(parts[0], parts[1], parts[2], parts[3], parts[4]);
            default -> throw new IllegalArgumentException(malformed(id));
        };
    }

    private static String malformed(String id) {
        return id + ": must be group:artifact[:type[:classifier]]:version";
    }

    /** Where it lies in a folder laid out as a Maven repository. */
    Path in(Path repository) {
        String name = artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier);
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(name + "." + type);
    }
}

package io.fastsocket.launcher;

import java.util.List;

/**
 * A set of bundles that is switched on by name.
 *
 * @param name the file's name without its ending
 * @param bundles the bundles, as listed
 */
record Feature(String name, List<FeatureBundle> bundles) {

    Feature {
        bundles = List.copyOf(bundles);
    }

    /**
     * A bundle of a feature.
     *
     * @param id how the feature names it
     * @param artifact what that means
     * @param startLevel the framework start level at which it starts
     */
    record FeatureBundle(String id, Artifact artifact, int startLevel) {}
}

package io.fastsocket.launcher;

import io.fastsocket.launcher.Feature.FeatureBundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads features: OSGi Feature JSON (OSGi Compendium R8, chapter 159), of which only the bundles
 * matter here. The metadata {@code start-order} of a bundle is its start level.
 */
final class FeatureReader {

    /** Always on: every other feature stands on it. */
    static final String CORE = "core";

    private static final String ENDING = ".json";
    private final Installation installation;

    FeatureReader(Installation installation) {
        this.installation = installation;
    }

    /** The names of all features that there are. */
    List<String> known() {
        try (Stream<Path> files = Files.list(installation.features())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw LaunchException.failed("the features cannot be listed", e);
        }
    }

    /**
     * The features to switch on.
     *
     * @param names their names; {@code core} need not be among them
     * @param origin where the names were found, for messages
     */
    List<Feature> read(List<String> names, String origin) {
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(CORE);
        wanted.addAll(names);
        List<String> known = known();
        List<Feature> features = new ArrayList<>();
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw LaunchException.usage(
                        "%s: there is no feature named %s%s There are %s"
                                .formatted(
                                        origin,
                                        name,
                                        dot(Suggestion.didYouMean(name, known)),
                                        String.join(", ", known)));
            }
            features.add(read(name));
        }
        return features;
    }

    private static String dot(String suggestion) {
        return suggestion.isEmpty() ? "." : suggestion;
    }

    private Feature read(String name) {
        Path file = installation.features().resolve(name + ENDING);
        try {
            List<FeatureBundle> bundles = new ArrayList<>();
            if (Json.read(file).get("bundles") instanceof List<?> list) {
                for (Object entry : list) {
                    bundles.add(bundle(entry));
                }
            }
            return new Feature(name, bundles);
        } catch (IOException | IllegalArgumentException e) {
            throw LaunchException.usage("features/" + name + ENDING + ": " + e.getMessage());
        }
    }

    private FeatureBundle bundle(Object entry) {
        Map<?, ?> metadata = entry instanceof Map<?, ?> map ? map : Map.of("id", entry);
        if (!(metadata.get("id") instanceof String id)) {
            throw new IllegalArgumentException("a bundle without an id: " + entry);
        }
        Object level = metadata.containsKey("start-order") ? metadata.get("start-order") : 5;
        if (!(level instanceof Integer startLevel) || startLevel < 1) {
            throw new IllegalArgumentException(
                    id + ": start-order = " + level + ": must be a whole number from 1");
        }
        Artifact artifact = Artifact.parse(id);
        Path jar = artifact.in(installation.repo());
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(
                    id + ": is not in repo/ (" + installation.repo().relativize(jar) + ")");
        }
        return new FeatureBundle(id, artifact, startLevel);
    }
}

package io.fastsocket.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks {@code etc/*.cfg} against what the runtime's bundles allow, before anything runs. Files
 * for other configurations are the plugins' own affair.
 */
final class ConfigCheck {

    private static final String ENDING = ".cfg";

    /** A name this near to one of ours is a slip, and not a plugin's. */
    private static final int SLIP = 2;

    private final Path etc;
    private final Iterable<Path> bundles;

    /**
     * @param etc the folder with the files
     * @param bundles the runtime's own bundles
     */
    ConfigCheck(Path etc, Iterable<Path> bundles) {
        this.etc = etc;
        this.bundles = bundles;
    }

    /** Fails with all that is wrong, a line each. */
    void check() {
        Map<String, Properties> files = load();
        if (files.isEmpty()) {
            return; // as shipped: nothing is set, and no XML need be read
        }
        Map<String, Map<String, ConfigAttribute>> known = MetatypeReader.read(bundles);
        List<String> problems = new ArrayList<>();
        files.forEach((name, properties) -> check(name, properties, known, problems));
        if (!problems.isEmpty()) {
            throw LaunchException.usage(String.join(System.lineSeparator(), problems));
        }
    }

    private static void check(
            String name,
            Properties properties,
            Map<String, Map<String, ConfigAttribute>> known,
            List<String> problems) {
        String pid = name.split("[~-]", 2)[0];
        String file = "etc/" + name + ENDING;
        Map<String, ConfigAttribute> attributes = known.get(pid);
        if (attributes == null) {
            Suggestion.nearest(pid, known.keySet(), SLIP)
                    .ifPresent(near -> problems.add(slip(file, near)));
            return;
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(key);
            if (attributes.containsKey(key)) {
                // A value with a placeholder is known only once it is filled in.
                Optional<String> refusal =
                        value.contains("${")
                                ? Optional.empty()
                                : attributes.get(key).refusal(value);
                refusal.ifPresent(
                        allowed ->
                                problems.add(file + ": " + key + " = " + value + ": " + allowed));
            } else if (!isComponentModel(key)) {
                problems.add(
                        file
                                + ": "
                                + key
                                + ": no such key"
                                + Suggestion.didYouMean(key, attributes.keySet())
                                + " (allowed are "
                                + String.join(", ", attributes.keySet())
                                + ")");
            }
        }
    }

    private static String slip(String file, String near) {
        return file + ": no bundle has this configuration; did you mean etc/" + near + ENDING + "?";
    }

    /** Keys with a meaning for every component, by the OSGi specifications. */
    private static boolean isComponentModel(String key) {
        return key.startsWith("service.")
                || key.startsWith("component.")
                || key.startsWith("felix.fileinstall.")
                || key.endsWith(".target")
                || key.endsWith(".cardinality.minimum");
    }

    private Map<String, Properties> load() {
        Map<String, Properties> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(etc)) {
            for (Path file : (Iterable<Path>) list::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    Properties properties = load(file);
                    if (!properties.isEmpty()) {
                        files.put(name.substring(0, name.length() - ENDING.length()), properties);
                    }
                }
            }
        } catch (IOException e) {
            throw LaunchException.failed(etc + " cannot be listed", e);
        }
        return files;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw LaunchException.usage(
                    "etc/" + file.getFileName() + ": cannot be read: " + LaunchException.reason(e));
        }
    }
}

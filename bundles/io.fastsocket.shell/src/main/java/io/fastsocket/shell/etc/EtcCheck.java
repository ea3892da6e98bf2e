package io.fastsocket.shell.etc;

import io.fastsocket.shell.console.Suggestion;

import org.osgi.framework.Bundle;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares what is set with what may be set, as the runtime's bundles say by the Metatype Service.
 * Files for other configurations are the plugins' own affair, unless their name is a slip of one of
 * ours.
 */
public final class EtcCheck {

    private final Map<String, Map<String, AttributeDefinition>> known = new LinkedHashMap<>();

    /**
     * Asks what may be set.
     *
     * @param metatype knows
     * @param bundles the runtime's own
     */
    public EtcCheck(MetaTypeService metatype, List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            MetaTypeInformation information = metatype.getMetaTypeInformation(bundle);
            if (information != null) {
                Stream.of(information.getPids(), information.getFactoryPids())
                        .flatMap(Stream::of)
                        .forEach(pid -> known.put(pid, attributes(information, pid)));
            }
        }
    }

    private static Map<String, AttributeDefinition> attributes(
            MetaTypeInformation information, String pid) {
        Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
        ObjectClassDefinition definition = information.getObjectClassDefinition(pid, null);
        for (AttributeDefinition attribute :
                definition.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            attributes.put(attribute.getID(), attribute);
        }
        return attributes;
    }

    /**
     * What may be set.
     *
     * @return by configuration, then key
     */
    public Map<String, Map<String, AttributeDefinition>> known() {
        return known;
    }

    /**
     * All that is wrong.
     *
     * @param files as {@link EtcFolder#read} has them
     * @return a line each
     */
    public List<String> problems(Map<String, Map<String, String>> files) {
        List<String> problems = new ArrayList<>();
        files.forEach(
                (file, values) -> {
                    if (EtcFolder.isConfiguration(file) && !values.isEmpty()) {
                        problems.addAll(unknownKeys(file, values));
                        problems.addAll(wrongValues(file, values));
                    }
                });
        return problems;
    }

    /**
     * The keys that nothing looks at.
     *
     * @param file the file's name
     * @param values what it says
     * @return a line each
     */
    public List<String> unknownKeys(String file, Map<String, String> values) {
        Map<String, AttributeDefinition> attributes = known.get(EtcFolder.pid(file));
        if (attributes == null) {
            return Suggestion.nearest(EtcFolder.pid(file), known.keySet())
                    .filter(near -> isSlip(EtcFolder.pid(file), near))
                    .map(
                            near ->
                                    "etc/"
                                            + file
                                            + ": no bundle reads it; did you mean etc/"
                                            + near
                                            + ".cfg?")
                    .stream()
                    .toList();
        }
        return values.keySet().stream()
                .filter(key -> !attributes.containsKey(key) && !isComponentModel(key))
                .map(
                        key ->
                                "etc/"
                                        + file
                                        + ": unknown key "
                                        + key
                                        + Suggestion.didYouMean(key, attributes.keySet()))
                .toList();
    }

    private List<String> wrongValues(String file, Map<String, String> values) {
        Map<String, AttributeDefinition> attributes =
                known.getOrDefault(EtcFolder.pid(file), Map.of());
        List<String> problems = new ArrayList<>();
        values.forEach(
                (key, value) -> {
                    AttributeDefinition attribute = attributes.get(key);
                    // A value with a placeholder is known only once it is filled in.
                    if (attribute != null && !value.contains("${")) {
                        String refusal = attribute.validate(value);
                        if (refusal != null && !refusal.isEmpty()) {
                            problems.add(
                                    "etc/" + file + ": " + key + " = " + value + ": " + refusal);
                        }
                    }
                });
        return problems;
    }

    /** A name that differs in a letter or two; a plugin's own name differs in more. */
    private static boolean isSlip(String name, String near) {
        return Math.abs(name.length() - near.length()) <= 2 && Suggestion.distance(name, near) <= 2;
    }

    /** Keys with a meaning for every component, by the OSGi specifications. */
    private static boolean isComponentModel(String key) {
        return key.startsWith("service.")
                || key.startsWith("component.")
                || key.startsWith("felix.fileinstall.")
                || key.endsWith(".target")
                || key.endsWith(".cardinality.minimum");
    }
}

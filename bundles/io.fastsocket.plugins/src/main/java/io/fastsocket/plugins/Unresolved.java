package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a sentence why a bundle does not resolve; a framework says it in a page. */
final class Unresolved {

    private static final String EE = "osgi.ee";
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern VERSION = Pattern.compile("version>?=([^)]+)\\)");

    private final FrameworkWiring wiring;
    private final LibraryHook libraries;
    private final Map<String, String> removed = new HashMap<>();

    Unresolved(FrameworkWiring wiring, LibraryHook libraries) {
        this.wiring = wiring;
        this.libraries = libraries;
    }

    /** A library is removed: whoever lacks its packages is to be told what exported them. */
    void missed(Revision library) {
        String header = library.bundle().getHeaders("").get("Export-Package");
        JarFacts.exports(header).forEach(name -> removed.put(name, library.name()));
    }

    private List<BundleCapability> providers(Requirement requirement) {
        return wiring.findProviders(requirement).stream()
                .filter(found -> !libraries.isLeaving(found.getRevision().getBundle()))
                .toList();
    }

    /**
     * The reason.
     *
     * @param bundle installed, not resolved
     * @param imports its Import-Package header, or null
     */
    String reason(Bundle bundle, String imports) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        List<String> missing =
                revision.getDeclaredRequirements(null).stream()
                        .filter(Unresolved::isNeeded)
                        .filter(requirement -> providers(requirement).isEmpty())
                        .map(requirement -> describe(requirement, imports))
                        .toList();
        return missing.isEmpty()
                ? "cannot be resolved: what it needs is installed, but not usable together"
                : "cannot be resolved: " + String.join("; ", missing);
    }

    private static boolean isNeeded(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String resolution = directives.getOrDefault(Constants.RESOLUTION_DIRECTIVE, "mandatory");
        String effective = directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve");
        return resolution.equals("mandatory") && effective.equals("resolve");
    }

    private String describe(BundleRequirement requirement, String imports) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> packageMissing(filter, imports);
            case EE ->
                    "it needs Java %s; this is Java %d"
                            .formatted(first(VERSION, filter), Runtime.version().feature());
            default -> "nothing provides %s %s".formatted(requirement.getNamespace(), filter);
        };
    }

    private String packageMissing(String filter, String imports) {
        String name = first(PACKAGE, filter);
        String range =
                ManifestHeader.parse(imports).stream()
                        .filter(clause -> clause.paths().contains(name))
                        .map(clause -> clause.attributes().getOrDefault("version", ""))
                        .findFirst()
                        .orElse("");
        String wanted = range.isEmpty() ? name : name + " " + range;
        List<BundleCapability> others = providers(new AnyPackage(name));
        List<String> versions =
                others.stream()
                        .map(other -> String.valueOf(other.getAttributes().get("version")))
                        .distinct()
                        .toList();
        if (versions.isEmpty()) {
            String library = removed.get(name);
            return library == null
                    ? "it imports package %s, which nothing exports".formatted(wanted)
                    : "it imports package %s, which library %s exported until it was removed"
                            .formatted(wanted, library);
        }
        return "it imports package %s; exported is %s"
                .formatted(wanted, String.join(", ", versions));
    }

    private static String first(Pattern pattern, String filter) {
        Matcher matcher = pattern.matcher(filter);
        return matcher.find() ? matcher.group(1) : filter;
    }
}

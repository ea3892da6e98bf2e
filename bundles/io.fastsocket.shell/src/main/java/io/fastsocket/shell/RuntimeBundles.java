package io.fastsocket.shell;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runtime's own bundles; neither libraries nor plugins. */
final class RuntimeBundles {

    private static final String PREFIX = "io.fastsocket.";

    /** The deployer's bundles have locations that start so; a plugin may use the prefix as well. */
    private static final String PLUGIN_LOCATION = "fastsocket-plugin:";

    private final BundleContext context;

    RuntimeBundles(BundleContext context) {
        this.context = context;
    }

    /** All of them, by name. */
    List<Bundle> all() {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .filter(bundle -> bundle.getSymbolicName().startsWith(PREFIX))
                .filter(bundle -> !bundle.getLocation().startsWith(PLUGIN_LOCATION))
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .sorted((a, b) -> a.getSymbolicName().compareTo(b.getSymbolicName()))
                .toList();
    }

    /** The one with a symbolic name, with or without {@code io.fastsocket.} before it. */
    Optional<Bundle> named(String name) {
        return all().stream()
                .filter(
                        bundle ->
                                bundle.getSymbolicName().equals(name)
                                        || bundle.getSymbolicName().equals(PREFIX + name))
                .findFirst();
    }

    /** What to say about a name that none has. */
    String unknown(String name) {
        List<String> names =
                all().stream()
                        .map(bundle -> bundle.getSymbolicName().substring(PREFIX.length()))
                        .toList();
        return "No bundle of the runtime is named "
                + name
                + ". There are: "
                + String.join(", ", names);
    }

    /** A bundle's state in a word. */
    static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "stopped";
            case Bundle.INSTALLED -> "unresolved";
            default -> "uninstalled";
        };
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Suggestion;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

import java.util.List;
import java.util.stream.Stream;

/** The runtime's own bundles; neither libraries nor plugins. */
final class RuntimeBundles {

    static final String PREFIX = "io.fastsocket.";

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

    /**
     * The one with a symbolic name, with or without {@code io.fastsocket.} before it.
     *
     * @throws CommandException if there is none, saying which there are
     */
    Bundle find(String name) throws CommandException {
        List<Bundle> all = all();
        for (Bundle bundle : all) {
            String symbolicName = bundle.getSymbolicName();
            if (symbolicName.equals(name) || symbolicName.equals(PREFIX + name)) {
                return bundle;
            }
        }
        List<String> names = names();
        String hint = Suggestion.didYouMean(name, names);
        throw CommandException.failed(
                "no bundle of the runtime is named "
                        + name
                        + (hint.isEmpty() ? "; there are: " + String.join(", ", names) : hint));
    }

    /** Their names, without {@code io.fastsocket.} before them. */
    List<String> names() {
        return all().stream()
                .map(bundle -> bundle.getSymbolicName().substring(PREFIX.length()))
                .toList();
    }

    /** A bundle's state, in its colour. */
    static Cell state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> Cell.styled(word(bundle), Style.GOOD);
            case Bundle.STARTING, Bundle.STOPPING -> Cell.styled(word(bundle), Style.WARNING);
            default -> Cell.styled(word(bundle), Style.BAD);
        };
    }

    /** Says what has become of a bundle. */
    static void printState(Bundle bundle, Invocation invocation) {
        String name = bundle.getSymbolicName();
        String state = word(bundle);
        invocation.print(
                name + " is " + state,
                new Sheet().value("name", name).value("state", state).values());
    }

    /** A bundle's state in a word. */
    static String word(Bundle bundle) {
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

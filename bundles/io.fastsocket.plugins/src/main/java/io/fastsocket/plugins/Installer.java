package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Puts bundles into the framework and takes them out; touches none but the one it is given. */
final class Installer {

    private static final Logger log = LoggerFactory.getLogger(Installer.class);

    private final BundleContext context;
    private final HandlerRegistry registry;
    private final RevisionStore store;
    private final FrameworkWiring wiring;

    Installer(BundleContext context, HandlerRegistry registry, RevisionStore store) {
        this.context = context;
        this.registry = registry;
        this.store = store;
        this.wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** The plugins that are installed, by whomever started this component before. */
    List<Revision> installed() {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getLocation().startsWith(HandlerRegistry.PLUGIN_LOCATION))
                .map(bundle -> Revision.of(bundle, registry))
                .toList();
    }

    /**
     * Installs and resolves a revision, staged and not started, beside any other.
     *
     * @throws RefusedException if it does not resolve
     */
    Revision install(JarFacts facts) throws RefusedException {
        Bundle bundle = add(facts);
        try {
            bundle.adapt(BundleStartLevel.class)
                    .setStartLevel(
                            context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
            Revision revision = Revision.of(bundle, registry);
            if (wiring.resolveBundles(List.of(bundle))) {
                return revision;
            }
            revision.handlers().close();
            throw new RefusedException(
                    new Unresolved(wiring).reason(bundle, facts.header("Import-Package")),
                    "Install what is missing, or build the plugin against what is there.",
                    true);
        } catch (RefusedException | RuntimeException e) {
            uninstall(bundle);
            throw e;
        }
    }

    private Bundle add(JarFacts facts) throws RefusedException {
        try (InputStream in = Files.newInputStream(store.path(facts.sha256()))) {
            return context.installBundle(freeLocation(facts), in);
        } catch (IOException | BundleException e) {
            throw new RefusedException(
                    "cannot be installed: " + e.getMessage(), "Copy the JAR again.");
        }
    }

    /** The same content may still be draining when it is wanted again. */
    private String freeLocation(JarFacts facts) {
        String location = Revision.location(facts);
        String free = location;
        for (int i = 2; context.getBundle(free) != null; i++) {
            free = location + ":" + i;
        }
        return free;
    }

    /**
     * Starts a revision's bundle.
     *
     * @throws RefusedException if its activator fails
     */
    void start(Revision revision) throws RefusedException {
        try {
            revision.bundle().start();
        } catch (BundleException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new RefusedException(
                    "cannot be started: "
                            + (e.equals(cause) ? e.getMessage() : String.valueOf(cause)),
                    "The log has more; copy a JAR that starts.");
        }
    }

    /** Stops a bundle; errors in its code are logged and do not keep it from stopping. */
    void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            log.warn(
                    "{} {}: error while stopping",
                    bundle.getSymbolicName(),
                    bundle.getVersion(),
                    e);
        } catch (IllegalStateException e) {
            log.debug("bundle {} is uninstalled already", bundle.getBundleId(), e);
        }
    }

    /** Stops and uninstalls a bundle, and lets its class loader go. */
    void uninstall(Bundle bundle) {
        stop(bundle);
        try {
            bundle.uninstall();
            wiring.refreshBundles(Set.of(bundle));
        } catch (BundleException e) {
            log.warn("{} cannot be uninstalled", bundle, e);
        } catch (IllegalStateException e) {
            log.debug("bundle {} is uninstalled already", bundle.getBundleId(), e);
        }
    }
}

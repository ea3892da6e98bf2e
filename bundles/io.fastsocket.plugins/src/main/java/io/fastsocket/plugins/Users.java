package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which plugins a bundle has as its users, as the framework has wired them. */
final class Users {

    private Users() {}

    /** Those that use it, and those that use them; without itself. */
    static Set<Bundle> of(Bundle library) {
        Set<Bundle> found = new LinkedHashSet<>();
        Deque<Bundle> open = new ArrayDeque<>(Set.of(library));
        while (!open.isEmpty()) {
            for (Bundle user : direct(open.remove())) {
                if (!user.equals(library) && found.add(user)) {
                    open.add(user);
                }
            }
        }
        return found;
    }

    private static Set<Bundle> direct(Bundle library) {
        Set<Bundle> users = new LinkedHashSet<>();
        BundleWiring wiring = library.adapt(BundleWiring.class);
        List<BundleWire> wires = wiring == null ? null : wiring.getProvidedWires(null);
        // Each may be gone a moment later: the framework takes bundles away on other threads.
        for (BundleWire wire : wires == null ? List.<BundleWire>of() : wires) {
            BundleWiring requirer = wire.getRequirerWiring();
            if (requirer != null && isPlugin(requirer.getBundle())) {
                users.add(requirer.getBundle());
            }
        }
        return users;
    }

    private static boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith(HandlerRegistry.PLUGIN_LOCATION);
    }
}

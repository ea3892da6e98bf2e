package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the bundles that are no plugins offer.
 *
 * @param symbolicNames of these bundles
 * @param packages exported, with their versions
 */
record RuntimeBundles(
        Set<String> symbolicNames, NavigableMap<String, NavigableSet<Version>> packages) {

    /** Looks at what is installed now. */
    static RuntimeBundles of(BundleContext context) {
        RuntimeBundles found = new RuntimeBundles(new TreeSet<>(), new TreeMap<>());
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null
                    && !bundle.getLocation().startsWith(HandlerRegistry.PLUGIN_LOCATION)) {
                found.add(revision);
            }
        }
        return found;
    }

    private void add(BundleRevision revision) {
        if (revision.getSymbolicName() != null) {
            symbolicNames.add(revision.getSymbolicName());
        }
        for (BundleCapability capability :
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
            String name =
                    (String) capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
            Object version =
                    capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
            packages.computeIfAbsent(name, n -> new TreeSet<>())
                    .add(version instanceof Version v ? v : Version.emptyVersion);
        }
    }
}

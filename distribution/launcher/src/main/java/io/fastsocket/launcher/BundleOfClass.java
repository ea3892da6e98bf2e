package io.fastsocket.launcher;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.connect.FrameworkUtilHelper;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers {@code FrameworkUtil.getBundle(Class)} for classes that come from the class path. The
 * framework makes it, by its file in {@code META-INF/services}, once in a JVM.
 */
public final class BundleOfClass implements FrameworkUtilHelper {

    private static volatile Function<Path, Bundle> bundles = jar -> null;

    /** Says where the bundles are. */
    static void of(BundleContext framework, ClassPath classPath) {
        bundles = jar -> classPath.find(jar).map(framework::getBundle).orElse(null);
    }

    /** What its Javadoc says; the launcher's own classes are no bundle's. */
    @Override
    public Optional<Bundle> getBundle(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(bundles.apply(Path.of(source.getLocation().toURI())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

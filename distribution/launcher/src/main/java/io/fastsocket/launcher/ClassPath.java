package io.fastsocket.launcher;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The JVM's own class path, which an instance has its product's bundles on: only classes from there
 * can be prepared for later starts. They stay bundles of the framework, by OSGi's Connect (OSGi
 * Core 8, chapter 60).
 */
final class ClassPath implements ModuleConnector {

    /** The JAR whose manifest names the others; an instance is started with it alone. */
    private static final String MANIFEST = "fastsocket.jar";

    private final Map<String, Path> jars;

    private ClassPath(Map<String, Path> jars) {
        this.jars = jars;
    }

    /** That of this JVM; empty unless it was started as an instance of the product is. */
    static ClassPath own() {
        Path started = Path.of(System.getProperty("java.class.path"));
        if (!started.endsWith(MANIFEST)) {
            return new ClassPath(Map.of());
        }
        Map<String, Path> jars = new HashMap<>();
        try (JarFile jar = new JarFile(started.toFile())) {
            String named =
                    jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String entry : named.split(" ")) {
                Path path = started.toAbsolutePath().resolveSibling(entry).normalize();
                jars.put(location(path), path);
            }
        } catch (IOException e) {
            throw LaunchException.failed(started + " cannot be read", e);
        }
        return new ClassPath(jars);
    }

    private static String location(Path jar) {
        return "classpath:" + jar;
    }

    /** Where a bundle that is here is installed from. */
    Optional<String> find(Path jar) {
        return Optional.of(location(jar)).filter(jars::containsKey);
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {}

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(jars.get(location)).map(ClassPathModule::new);
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}

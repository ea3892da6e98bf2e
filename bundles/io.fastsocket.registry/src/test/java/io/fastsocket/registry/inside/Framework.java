package io.fastsocket.registry.inside;

import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The framework, as these tests use it. */
final class Framework {

    private static final String REGISTRY = "io.fastsocket.registry";

    private static final AtomicInteger EDITS = new AtomicInteger();

    private final BundleContext context;

    Framework(BundleContext context) {
        this.context = context;
    }

    Bundle registry() {
        return Stream.of(context.getBundles())
                .filter(b -> REGISTRY.equals(b.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    /** A service, waited for. */
    <T> T service(Class<T> type) {
        Await.until(type.getName(), () -> context.getServiceReference(type) != null);
        ServiceReference<T> reference = context.getServiceReference(type);
        return context.getService(reference);
    }

    /** Configures the registry, and returns once that is in force. */
    void configure(Map<String, String> values) throws IOException {
        configuration(REGISTRY).update(FrameworkUtil.asDictionary(values));
        word("edit " + EDITS.incrementAndGet());
    }

    /** Takes back what was configured. */
    void configureNothing() throws IOException {
        configuration(REGISTRY).delete();
        configuration(Configured.PID).delete();
        awaitWord("default");
    }

    /** Edits are delivered in their order, so the component's shows that the one before was. */
    private void word(String value) throws IOException {
        configuration(Configured.PID).update(FrameworkUtil.asDictionary(Map.of("word", value)));
        awaitWord(value);
    }

    private void awaitWord(String value) {
        FakeClient client = join("/component");
        Await.until(value, () -> client.call("word", "").equals("\"" + value + "\""));
    }

    private Configuration configuration(String pid) throws IOException {
        return service(ConfigurationAdmin.class).getConfiguration(pid, "?");
    }

    FakeClient join(String namespace) {
        return FakeClient.join(service(EventDispatcher.class), namespace);
    }

    List<EventInfo> events(String namespace) {
        return service(EventCatalog.class).events().stream()
                .filter(e -> e.namespace().equals(namespace))
                .toList();
    }

    /** A started bundle without a deployer; what it has is registered by its context. */
    Plugin plugin(String name) throws BundleException, IOException {
        return installed("test:" + name, name, "1.0.0");
    }

    /** A started bundle that a deployer would have installed. */
    Plugin managed(String name, String version) throws BundleException, IOException {
        return installed(HandlerRegistry.PLUGIN_LOCATION + name + ":" + version, name, version);
    }

    private Plugin installed(String location, String name, String version)
            throws BundleException, IOException {
        Bundle bundle =
                context.installBundle(location, new ByteArrayInputStream(jar(name, version)));
        bundle.start();
        return new Plugin(bundle);
    }

    private static byte[] jar(String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        headers.putValue(Constants.BUNDLE_VERSION, version);
        headers.putValue(Constants.IMPORT_PACKAGE, "io.fastsocket.api");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}

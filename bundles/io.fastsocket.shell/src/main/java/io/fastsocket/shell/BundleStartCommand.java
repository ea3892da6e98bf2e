package io.fastsocket.shell;

import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code bundle:start NAME}. Usable from any thread. */
@Component(
        service = BundleStartCommand.class,
        property = {"osgi.command.scope=bundle", "osgi.command.function=start"})
public final class BundleStartCommand {

    private final BundleContext context;

    /**
     * Started by DS.
     *
     * @param context asked for the bundles
     */
    @Activate
    public BundleStartCommand(BundleContext context) {
        this.context = context;
    }

    /**
     * Starts a bundle of the runtime.
     *
     * @param name symbolic name, with or without {@code io.fastsocket.}; one
     * @return what was done
     * @throws BundleException if it cannot be resolved or its activator fails
     */
    @Descriptor("start a bundle of the runtime that was stopped")
    public String start(@Descriptor("its name, with or without io.fastsocket.") String... name)
            throws BundleException {
        return name.length == 1 ? start(name[0]) : "Usage: bundle:start NAME";
    }

    private String start(String name) throws BundleException {
        RuntimeBundles bundles = new RuntimeBundles(context);
        Bundle bundle = bundles.named(name).orElse(null);
        if (bundle == null) {
            return bundles.unknown(name);
        }
        bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        return bundle.getSymbolicName() + " is " + RuntimeBundles.state(bundle);
    }
}

package io.fastsocket.shell;

import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code bundle:stop NAME}. Usable from any thread. */
@Component(
        service = BundleStopCommand.class,
        property = {"osgi.command.scope=bundle", "osgi.command.function=stop"})
public final class BundleStopCommand {

    private final BundleContext context;

    /**
     * Started by DS.
     *
     * @param context asked for the bundles
     */
    @Activate
    public BundleStopCommand(BundleContext context) {
        this.context = context;
    }

    /**
     * Stops a bundle of the runtime until it is started again or the server is.
     *
     * @param name symbolic name, with or without {@code io.fastsocket.}; one
     * @return what was done
     * @throws BundleException if its activator fails; it is stopped then nevertheless
     */
    @Descriptor("stop a bundle of the runtime; the others keep running")
    public String stop(@Descriptor("its name, with or without io.fastsocket.") String... name)
            throws BundleException {
        return name.length == 1 ? stop(name[0]) : "Usage: bundle:stop NAME";
    }

    private String stop(String name) throws BundleException {
        RuntimeBundles bundles = new RuntimeBundles(context);
        Bundle bundle = bundles.named(name).orElse(null);
        if (bundle == null) {
            return bundles.unknown(name);
        }
        if (bundle.equals(context.getBundle())) {
            return "This is the bundle of these very commands. To stop it nevertheless: felix:stop "
                    + bundle.getBundleId()
                    + ", and felix:start "
                    + bundle.getBundleId()
                    + " to have them back.";
        }
        // Transient: a stop from the shell is not to outlive the process.
        bundle.stop(Bundle.STOP_TRANSIENT);
        return bundle.getSymbolicName() + " is " + RuntimeBundles.state(bundle);
    }
}

package io.fastsocket.shell;

import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code bundle:list}. Usable from any thread. */
@Component(
        service = BundleListCommand.class,
        property = {"osgi.command.scope=bundle", "osgi.command.function=list"})
public final class BundleListCommand {

    private final RuntimeBundles bundles;

    /**
     * Started by DS.
     *
     * @param context asked for the bundles
     */
    @Activate
    public BundleListCommand(BundleContext context) {
        bundles = new RuntimeBundles(context);
    }

    /**
     * The bundles of the runtime.
     *
     * @return a table
     */
    @Descriptor("the bundles of the runtime; felix:lb lists the libraries too")
    public String list() {
        Table table = new Table("ID", "NAME", "VERSION", "STATE");
        for (Bundle bundle : bundles.all()) {
            table.row(
                    bundle.getBundleId(),
                    bundle.getSymbolicName(),
                    bundle.getVersion(),
                    RuntimeBundles.state(bundle));
        }
        return table.toString();
    }
}

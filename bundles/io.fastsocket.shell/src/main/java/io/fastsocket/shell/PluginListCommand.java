package io.fastsocket.shell;

import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.util.List;

/** {@code plugin:list}. Usable from any thread. */
@Component(
        service = PluginListCommand.class,
        property = {"osgi.command.scope=plugin", "osgi.command.function=list"})
public final class PluginListCommand {

    /** What is said while there is no deployer. */
    static final String NO_DEPLOYER =
            "The plugin deployer is not running. To start it: bundle:start plugins";

    private final BundleContext context;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PluginCatalog catalog;

    /**
     * Started by DS.
     *
     * @param context asked where the plugins lie
     */
    @Activate
    public PluginListCommand(BundleContext context) {
        this.context = context;
    }

    /**
     * All plugins, with state and reason.
     *
     * @return a table
     */
    @Descriptor("all plugins, with state and reason")
    public String list() {
        PluginCatalog catalog = this.catalog;
        if (catalog == null) {
            return NO_DEPLOYER;
        }
        List<PluginInfo> plugins = catalog.plugins();
        if (plugins.isEmpty()) {
            return "No plugins. To add one, copy its JAR into " + folder();
        }
        Table table = new Table("NAME", "VERSION", "STATE", "SINCE", "FILE", "REASON");
        for (PluginInfo plugin : plugins) {
            table.row(
                    plugin.name(),
                    plugin.version(),
                    plugin.state(),
                    Ago.since(plugin.since()),
                    plugin.file(),
                    plugin.reason());
        }
        return table.toString();
    }

    private String folder() {
        String home = context.getProperty("fastsocket.home");
        return home == null ? "plugins/" : home + "/plugins";
    }
}

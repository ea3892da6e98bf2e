package io.fastsocket.shell;

import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.util.List;
import java.util.stream.Collectors;

/** {@code plugin:info NAME}. Usable from any thread. */
@Component(
        service = PluginInfoCommand.class,
        property = {"osgi.command.scope=plugin", "osgi.command.function=info"})
public final class PluginInfoCommand {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PluginCatalog catalog;

    /**
     * All about a plugin, and about a refused file of the same name.
     *
     * @param name symbolic name, or name of the file; one
     * @return lines of a name and a value
     */
    @Descriptor("all about one plugin")
    public String info(@Descriptor("symbolic name, or name of the file") String... name) {
        return name.length == 1 ? info(name[0]) : "Usage: plugin:info NAME";
    }

    private String info(String name) {
        PluginCatalog catalog = this.catalog;
        if (catalog == null) {
            return PluginListCommand.NO_DEPLOYER;
        }
        List<PluginInfo> plugins = catalog.plugins();
        String found =
                plugins.stream()
                        .filter(plugin -> name.equals(plugin.name()) || name.equals(plugin.file()))
                        .map(PluginInfoCommand::describe)
                        .collect(Collectors.joining("\n\n"));
        return found.isEmpty() ? unknown(name, plugins) : found;
    }

    private static String unknown(String name, List<PluginInfo> plugins) {
        String names =
                plugins.stream().map(PluginInfo::name).distinct().collect(Collectors.joining(", "));
        return "No plugin is named "
                + name
                + (names.isEmpty() ? "; there are none." : ". There are: " + names);
    }

    private static String describe(PluginInfo plugin) {
        Sheet sheet = new Sheet();
        sheet.line("name", plugin.name());
        sheet.line("version", plugin.version());
        sheet.line("state", plugin.state() + ", since " + Ago.since(plugin.since()));
        sheet.line("reason", plugin.reason());
        sheet.line("components", String.join(", ", plugin.components()));
        sheet.line("file", plugin.file());
        sheet.line("sha256", plugin.sha256());
        sheet.line("bundle", plugin.bundleId() < 0 ? "" : plugin.bundleId());
        return sheet.toString();
    }
}

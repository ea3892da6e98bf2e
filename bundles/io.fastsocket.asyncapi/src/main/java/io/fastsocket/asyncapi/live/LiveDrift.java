package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.drift.DriftReport;
import io.fastsocket.spi.contract.ContractDrift;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.contract.ServedPlugins;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says what goes on that no contract names, of all plugins in service. */
@Component
public final class LiveDrift implements ContractDrift {

    private final Keeper keeper;
    private final ServedPlugins plugins;

    /**
     * Started by DS.
     *
     * @param keeper knows of events that nobody handles
     * @param plugins those in service
     */
    @Activate
    public LiveDrift(@Reference Keeper keeper, @Reference ServedPlugins plugins) {
        this.keeper = keeper;
        this.plugins = plugins;
    }

    private List<DriftReport> reports() {
        List<DriftReport> reports = new ArrayList<>();
        for (ServedPlugin plugin : plugins.plugins()) {
            if (plugin.contract() instanceof KeptContract kept) {
                reports.add(
                        new DriftReport(
                                plugin.plugin(), plugin.version(), kept.drift(), plugin.handled()));
            }
        }
        reports.sort(Comparator.comparing(DriftReport::plugin));
        reports.add(new DriftReport("", "", keeper.unhandled(), List.of()));
        return reports;
    }

    @Override
    public List<Drift> drift() {
        return reports().stream().flatMap(report -> report.drift().stream()).toList();
    }

    @Override
    public String patch() {
        StringBuilder patch = new StringBuilder();
        for (DriftReport report : reports()) {
            ObjectNode part = report.patch();
            if (!part.isEmpty()) {
                patch.append("# ")
                        .append(report.plugin().isEmpty() ? "handled by nobody" : report.plugin())
                        .append('\n')
                        .append(yaml(part));
            }
        }
        return patch.toString();
    }

    private static String yaml(ObjectNode part) {
        try {
            return LiveContracts.YAML.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}

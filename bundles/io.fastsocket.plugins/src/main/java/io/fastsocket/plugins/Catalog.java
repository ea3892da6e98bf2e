package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The service that shows what is deployed. Written by the deployer's thread, read by any. */
final class Catalog implements PluginCatalog {

    private static final Comparator<PluginInfo> ORDER =
            Comparator.comparing(PluginInfo::name)
                    .thenComparing(PluginInfo::state)
                    .thenComparing(PluginInfo::file);

    private volatile List<PluginInfo> plugins = List.of();
    private volatile boolean settled;

    @Override
    public List<PluginInfo> plugins() {
        return plugins;
    }

    @Override
    public boolean settled() {
        return settled;
    }

    void settle() {
        settled = true;
    }

    /** Shows a new state of things. */
    void publish(Collection<Plugin> running, Collection<PluginFile> files, ComponentState state) {
        List<PluginInfo> infos = new ArrayList<>();
        for (Plugin plugin : running) {
            if (plugin.running() != null) {
                infos.add(describe(plugin.running(), state));
            }
            if (plugin.trial() != null) {
                infos.add(describe(plugin.trial()));
            }
        }
        for (PluginFile file : files) {
            boolean shown = file.stage() == PluginFile.Stage.WAITING && isRunning(running, file);
            if (!shown) {
                describe(file, infos);
            }
        }
        infos.sort(ORDER);
        plugins = List.copyOf(infos);
    }

    private static boolean isRunning(Collection<Plugin> plugins, PluginFile file) {
        return plugins.stream()
                .map(Plugin::running)
                .anyMatch(
                        running ->
                                running != null
                                        && running.is(file)
                                        && running.file().equals(file.name()));
    }

    private static PluginInfo describe(Running running, ComponentState state) {
        Answer health = running.health(state);
        Revision revision = running.revision();
        boolean well = health.kind() == Kind.READY;
        return new PluginInfo(
                revision.name(),
                revision.version().toString(),
                well ? PluginState.ACTIVE : PluginState.WAITING,
                health.reason(),
                running.file(),
                revision.sha256(),
                running.since(),
                revision.bundle().getBundleId(),
                List.copyOf(revision.handlers().components()));
    }

    private static PluginInfo describe(Trial trial) {
        Revision revision = trial.revision();
        return new PluginInfo(
                revision.name(),
                revision.version().toString(),
                PluginState.CANARY,
                trial.share() + ": " + trial.figures(),
                trial.file(),
                revision.sha256(),
                trial.since(),
                revision.bundle().getBundleId(),
                List.copyOf(revision.handlers().components()));
    }

    private static void describe(PluginFile file, List<PluginInfo> infos) {
        switch (file.stage()) {
            case WAITING -> infos.add(describe(file, PluginState.WAITING));
            case REFUSED -> infos.add(describe(file, PluginState.QUARANTINED));
            case SETTLING, PENDING, ACTIVE -> {
                // Not decided yet, or shown as running.
            }
        }
    }

    private static PluginInfo describe(PluginFile file, PluginState state) {
        return new PluginInfo(
                file.pluginName(),
                file.version(),
                state,
                file.reason(),
                file.name(),
                file.sha256(),
                file.since(),
                -1,
                List.of(),
                file.refusal() == null ? List.of() : file.refusal().changes());
    }
}

package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All plugins and all files, brought into agreement round by round. Belongs to the deployer's
 * thread.
 */
final class Deployment {

    private static final Logger log = LoggerFactory.getLogger(Deployment.class);

    private final PluginDirectory directory;
    private final Intake intake;
    private final Tools tools;
    private final Supplier<Settings> settings;
    private final NavigableMap<String, Plugin> plugins = new TreeMap<>();
    private final List<Reload> reloads = new ArrayList<>();

    Deployment(PluginDirectory directory, Intake intake, Tools tools, Supplier<Settings> settings) {
        this.directory = directory;
        this.intake = intake;
        this.tools = tools;
        this.settings = settings;
    }

    Collection<Plugin> plugins() {
        return plugins.values();
    }

    /** Takes over the bundles that an earlier deployer installed. */
    void adopt() {
        List<Revision> others = new ArrayList<>();
        for (Revision revision : tools.installer().installed()) {
            String file = tools.record().file(revision.bundle().getBundleId());
            Plugin plugin = plugin(revision.name());
            if (file != null && plugin.running() == null) {
                plugin.adopt(revision, file);
            } else {
                others.add(revision);
            }
        }
        others.forEach(revision -> plugin(revision.name()).adoptStaged(revision));
    }

    /** Leaves things so that another can take them over. */
    void abandon() {
        plugins.values().forEach(Plugin::abandon);
    }

    /** Looks, and does what is to be done now. */
    void round() {
        directory.look();
        for (PluginFile file : directory.files()) {
            retryIfOthersChanged(file);
            if (file.stage() == PluginFile.Stage.SETTLING) {
                takeIn(file);
            }
        }
        Set<String> names = new HashSet<>(plugins.keySet());
        candidates().forEach(file -> names.add(file.facts().symbolicName()));
        for (String name : names) {
            round(plugin(name));
        }
        beginReloads();
        plugins.values().removeIf(Plugin::isGone);
    }

    /** Has files that were refused looked at anew. */
    void retryRefused() {
        directory.files().stream()
                .filter(file -> file.stage() == PluginFile.Stage.REFUSED)
                .forEach(file -> file.restart(file.fingerprint(), file.changedAt()));
    }

    /**
     * Swaps a plugin for a new revision of the same content, as soon as it is not being swapped.
     */
    void reload(Reload wish) {
        reloads.add(wish);
    }

    private void beginReloads() {
        List<Reload> now =
                reloads.stream().filter(reload -> !isBusy(plugins.get(reload.name()))).toList();
        reloads.removeAll(now);
        now.forEach(this::begin);
    }

    private static boolean isBusy(Plugin plugin) {
        return plugin != null && plugin.isBusy();
    }

    private void begin(Reload reload) {
        Plugin plugin = plugins.get(reload.name());
        if (plugin == null || plugin.running() == null) {
            reload.done()
                    .completeExceptionally(
                            new IllegalArgumentException(
                                    "no plugin " + reload.name() + " is in service"));
        } else {
            plugin.reload(reload.done());
        }
    }

    private void takeIn(PluginFile file) {
        try {
            intake.advance(file, settings.get().incompleteTime());
        } catch (RefusedException e) {
            file.refuse(tools.refusal(e));
        }
    }

    private void retryIfOthersChanged(PluginFile file) {
        Refusal refusal = file.refusal();
        if (refusal != null
                && refusal.retry()
                && refusal.generation() != tools.generation().current()) {
            file.retry();
        }
    }

    private void round(Plugin plugin) {
        List<PluginFile> files =
                candidates().stream()
                        .filter(file -> file.facts().symbolicName().equals(plugin.name()))
                        .sorted(Plugin.BEST_FIRST)
                        .toList();
        try {
            plugin.round(files, origin(plugin, files));
        } catch (RuntimeException e) {
            log.error("{}: a step of the deployment failed", plugin.name(), e);
        }
    }

    private List<PluginFile> candidates() {
        return directory.files().stream()
                .filter(file -> file.facts() != null && file.refusal() == null)
                .toList();
    }

    private Origin origin(Plugin plugin, List<PluginFile> files) {
        Running running = plugin.running();
        if (running == null) {
            return Origin.GONE;
        }
        PluginFile file = directory.file(running.file());
        boolean becameAnother =
                file != null && file.stage() == PluginFile.Stage.ACTIVE && !files.contains(file);
        Duration gone = running.fileGone(file == null || becameAnother, System.nanoTime());
        if (file != null && !becameAnother) {
            return files.contains(file) ? Origin.CHANGED : Origin.UNSETTLED;
        }
        return gone.compareTo(settings.get().removeGrace()) < 0 ? Origin.UNSETTLED : Origin.GONE;
    }

    private Plugin plugin(String name) {
        return plugins.computeIfAbsent(name, n -> new Plugin(n, tools));
    }

    /** Whether every file has got as far as it goes by itself. */
    boolean isSettled() {
        return reloads.isEmpty()
                && plugins.values().stream().noneMatch(Plugin::isBusy)
                && directory.files().stream()
                        .map(PluginFile::stage)
                        .noneMatch(Deployment::isOnItsWay);
    }

    private static boolean isOnItsWay(PluginFile.Stage stage) {
        return stage == PluginFile.Stage.SETTLING || stage == PluginFile.Stage.PENDING;
    }

    /** Hashes in use. */
    Set<String> hashes() {
        Set<String> used = new HashSet<>();
        candidates().forEach(file -> used.add(file.facts().sha256()));
        plugins.values().stream()
                .map(Plugin::running)
                .filter(running -> running != null)
                .forEach(running -> used.add(running.revision().sha256()));
        return used;
    }
}

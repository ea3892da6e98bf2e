package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
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
    private final Neighbours others;
    private final Displaced displaced;
    private final Wishes wishes = new Wishes();

    Deployment(PluginDirectory directory, Intake intake, Tools tools, Supplier<Settings> settings) {
        this.directory = directory;
        this.intake = intake;
        this.tools = tools;
        this.settings = settings;
        this.displaced = new Displaced(directory, tools.promises(), tools.generation());
        this.others = new Others(directory, tools.store(), plugins, displaced);
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
        Optional<Plugin> alone =
                plugins.values().stream().filter(Plugin::isSwappingOthers).findFirst();
        if (alone.isPresent()) {
            round(alone.get());
            return;
        }
        Set<String> names = new TreeSet<>(plugins.keySet());
        fit().forEach(file -> names.add(file.facts().symbolicName()));
        names.addAll(displaced.files().keySet());
        for (String name : names) {
            round(plugin(name));
            if (plugin(name).isSwappingOthers()) {
                return;
            }
        }
        wishes.begin(plugins);
        plugins.values().removeIf(Plugin::isGone);
    }

    /** Has files that were refused looked at anew. */
    void retryRefused() {
        directory.files().stream()
                .filter(file -> file.stage() == PluginFile.Stage.REFUSED)
                .forEach(file -> file.restart(file.fingerprint(), file.changedAt()));
    }

    /** Does what an operator asks of one plugin, as soon as it is not being swapped. */
    void wish(Wish wish) {
        wishes.add(wish);
    }

    /**
     * Has a JAR serve a share of the connections, as soon as its plugin is not being swapped.
     *
     * @param file anywhere
     * @param share of {@link io.fastsocket.spi.dispatch.HandlerRevision#ALL}
     * @param done completes as {@link io.fastsocket.spi.deploy.PluginDeployer#tryOut} says
     */
    void tryOut(Path file, int share, CompletableFuture<Void> done) {
        String name = file.getFileName().toString();
        try {
            JarFacts facts = intake.take(file);
            wish(
                    new Wish(
                            facts.symbolicName(),
                            (plugin, end) -> plugin.tryOut(facts, name, share, end),
                            done));
        } catch (RefusedException e) {
            done.completeExceptionally(
                    new IllegalStateException(
                            "%s is refused: %s. %s".formatted(name, e.reason(), e.cure())));
        }
    }

    private void takeIn(PluginFile file) {
        try {
            intake.advance(file, settings.get().incompleteTime());
            if (file.facts() != null && libraryIsRefused()) {
                // Perhaps this is the version of a user that the library needs.
                tools.generation().next();
            }
        } catch (RefusedException e) {
            file.refuse(tools.refusal(e));
        }
    }

    private void retryIfOthersChanged(PluginFile file) {
        if (file.refusal() != null && !tools.generation().stands(file.refusal())) {
            file.retry();
        }
    }

    private boolean libraryIsRefused() {
        return directory.files().stream()
                .anyMatch(file -> file.refusal() != null && file.isLibrary());
    }

    private void round(Plugin plugin) {
        List<PluginFile> files =
                fit().stream()
                        .filter(file -> file.facts().symbolicName().equals(plugin.name()))
                        .sorted(Plugin.BEST_FIRST)
                        .toList();
        try {
            plugin.round(files, origin(plugin, files));
        } catch (RuntimeException e) {
            log.error("{}: a step of the deployment failed", plugin.name(), e);
        }
    }

    private List<PluginFile> fit() {
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
            return files.contains(file) && !file.hasFailed() ? Origin.CHANGED : Origin.UNSETTLED;
        }
        return gone.compareTo(settings.get().removeGrace()) < 0 ? Origin.UNSETTLED : Origin.GONE;
    }

    private Plugin plugin(String name) {
        return plugins.computeIfAbsent(name, n -> new Plugin(n, tools, others));
    }

    /** Whether every file has got as far as it goes by itself. */
    boolean isSettled() {
        return wishes.isEmpty()
                && plugins.values().stream().noneMatch(Plugin::isBusy)
                && directory.files().stream().noneMatch(this::isOnItsWay)
                && displaced.files().keySet().stream().allMatch(this::isBack);
    }

    private boolean isBack(String name) {
        Plugin plugin = plugins.get(name);
        return plugin != null && plugin.isBack();
    }

    private boolean isOnItsWay(PluginFile file) {
        return file.stage() == PluginFile.Stage.SETTLING
                || file.stage() == PluginFile.Stage.PENDING
                || (file.refusal() != null && !tools.generation().stands(file.refusal()));
    }

    /** Of plugins that are gone, nothing is kept of what they promised their clients. */
    void forgetPromises() {
        Set<String> names = new HashSet<>(plugins.keySet());
        directory.files().forEach(file -> names.add(file.pluginName()));
        names.addAll(displaced.files().keySet());
        tools.promises().keepOnly(names);
    }

    /** Keeps what plugins in service promise their clients, and from which file they come. */
    void keepPromises() {
        for (Plugin plugin : plugins.values()) {
            if (plugin.running() != null && plugin.running().committed()) {
                tools.promises().keep(plugin.running(), tools.gate());
            }
        }
    }

    /** Hashes in use, also of files that were refused and may be tried again. */
    Set<String> hashes() {
        Set<String> used = new HashSet<>();
        directory.files().forEach(file -> used.add(file.sha256()));
        plugins.values().forEach(plugin -> used.addAll(plugin.hashes()));
        return used;
    }
}

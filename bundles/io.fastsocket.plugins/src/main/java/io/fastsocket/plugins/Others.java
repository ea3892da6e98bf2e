package io.fastsocket.plugins;

import org.osgi.framework.Bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All plugins and files as one of them sees them. Belongs to the deployer's thread. */
final class Others implements Neighbours {

    private final PluginDirectory directory;
    private final RevisionStore store;
    private final Map<String, Plugin> plugins;
    private final Displaced displaced;

    Others(
            PluginDirectory directory,
            RevisionStore store,
            Map<String, Plugin> plugins,
            Displaced displaced) {
        this.displaced = displaced;
        this.directory = directory;
        this.store = store;
        this.plugins = plugins;
    }

    @Override
    public List<Plugin> users(Revision library) {
        Set<Bundle> users = Users.of(library.bundle());
        // Whoever uses another has fewer users than that one: so each comes after what it uses.
        return running()
                .filter(plugin -> users.contains(plugin.running().revision().bundle()))
                .sorted(Comparator.comparingInt(Others::countUsers).reversed())
                .toList();
    }

    private static int countUsers(Plugin plugin) {
        return Users.of(plugin.running().revision().bundle()).size();
    }

    private Stream<Plugin> running() {
        return plugins.values().stream().filter(plugin -> plugin.running() != null);
    }

    @Override
    public List<PluginFile> candidates(String plugin) {
        return directory.files().stream()
                .filter(file -> file.facts() != null)
                .filter(file -> file.refusal() == null || file.refusal().retry())
                .filter(file -> file.facts().symbolicName().equals(plugin))
                .sorted(Plugin.BEST_FIRST)
                .toList();
    }

    @Override
    public PluginFile keptOut(String plugin) {
        return directory.files().stream()
                .filter(file -> file.refusal() != null && file.refusal().keepsOld())
                .filter(file -> file.facts().symbolicName().equals(plugin))
                .min(Plugin.BEST_FIRST)
                .orElse(null);
    }

    @Override
    public boolean isComingAgain(String plugin) {
        return directory.files().stream().anyMatch(file -> file.isComingAgain(plugin));
    }

    @Override
    public PluginFile inPlaceOf(String plugin, boolean begun) {
        return begun || displaced.isQuiet() ? displaced.files().get(plugin) : null;
    }

    @Override
    public boolean othersAreBusy(Plugin plugin) {
        return plugins.values().stream().anyMatch(other -> other != plugin && other.isBusy());
    }

    @Override
    public Running place(Revision revision, String wanted, String otherwise) throws IOException {
        Path jar = store.path(revision.sha256());
        return Placement.put(directory, revision, jar, wanted, otherwise);
    }

    @Override
    public void retry(String sha256) {
        directory.files().stream()
                .filter(file -> file.refusal() != null && file.sha256().equals(sha256))
                .forEach(PluginFile::retry);
    }

    @Override
    public void rewire(Revision library) {
        Set<Bundle> users = Users.of(library.bundle());
        plugins.values().forEach(plugin -> plugin.restage(users));
    }

    @Override
    public void refuseSharedExports(JarFacts library) throws RefusedException {
        for (Plugin other : running().toList()) {
            Revision revision = other.running().revision();
            String header = revision.bundle().getHeaders("").get("Export-Package");
            List<String> shared = new ArrayList<>(JarFacts.exports(header));
            shared.retainAll(library.exports());
            if (!other.name().equals(library.symbolicName()) && !shared.isEmpty()) {
                throw new RefusedException(
                        "exports %s, which %s exports already"
                                .formatted(String.join(", ", shared), revision),
                        "Keep each package in one library.",
                        true);
            }
        }
    }
}

package io.fastsocket.plugins;

import java.util.Map;
import java.util.TreeMap;

/**
 * Plugins that were in service before a restart, and whose file was overwritten by one that is
 * refused: they are to go on as if there had been no restart. Belongs to the deployer's thread.
 */
final class Displaced {

    private final PluginDirectory directory;
    private final Promises promises;
    private final Generation generation;

    Displaced(PluginDirectory directory, Promises promises, Generation generation) {
        this.directory = directory;
        this.promises = promises;
        this.generation = generation;
    }

    /** The refused file that lies where each came from, by symbolic name. */
    Map<String, PluginFile> files() {
        Map<String, PluginFile> found = new TreeMap<>();
        for (PluginFile file : directory.files()) {
            if (file.stage() == PluginFile.Stage.REFUSED) {
                promises.before(file.name(), file.sha256()).forEach(name -> found.put(name, file));
            }
        }
        return found;
    }

    /**
     * Whether no file is on its way into service: one that is refused only since others are not
     * there yet, as at a start, is not yet to be given up for what was before it.
     */
    boolean isQuiet() {
        return directory.files().stream()
                .noneMatch(
                        file ->
                                file.stage() == PluginFile.Stage.PENDING
                                        || (file.refusal() != null
                                                && !generation.stands(file.refusal())));
    }
}

package io.fastsocket.plugins;

import java.io.IOException;
import java.util.List;

/** What one plugin has to know of the others. */
interface Neighbours {

    /** Plugins in service that use a library, or what uses it; each after those that it uses. */
    List<Plugin> users(Revision library);

    /** Files of that plugin that are fit, or were refused because of other bundles; best first. */
    List<PluginFile> candidates(String plugin);

    /** The best file of that plugin that its contract keeps out; null if there is none. */
    PluginFile keptOut(String plugin);

    /** Whether a file that was that plugin's is being read anew: it may be again. */
    boolean isComingAgain(String plugin);

    /**
     * The file that is refused in place of the one from which the plugin was in service before a
     * restart; null if there is none, or another may yet come into service first.
     *
     * @param begun whether the plugin is on its way back already, whatever others do
     */
    PluginFile inPlaceOf(String plugin, boolean begun);

    /** Whether another plugin is being swapped. */
    boolean othersAreBusy(Plugin plugin);

    /**
     * Puts the JAR of a revision into {@code plugins/}, in place of the files of its plugin.
     *
     * @param wanted name of the file, unless another plugin has it
     * @param otherwise name of the file then
     * @return the revision and that file
     * @throws IOException if the folder cannot be written to
     */
    Running place(Revision revision, String wanted, String otherwise) throws IOException;

    /** Files of that content that were refused are looked at anew. */
    void retry(String sha256);

    /** Has what waits, wired to a revision that is to go, installed anew. */
    void rewire(Revision library);

    /**
     * Refuses a library that exports what another one does.
     *
     * @throws RefusedException naming it
     */
    void refuseSharedExports(JarFacts library) throws RefusedException;
}

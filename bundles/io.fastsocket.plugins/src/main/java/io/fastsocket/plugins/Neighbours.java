package io.fastsocket.plugins;

import java.util.List;

/** What one plugin has to know of the others. */
interface Neighbours {

    /** Plugins in service that use a library, or what uses it; each after those that it uses. */
    List<Plugin> users(Revision library);

    /** Files of that plugin that are fit, or were refused because of other bundles; best first. */
    List<PluginFile> candidates(String plugin);

    /** The best file of that plugin that its contract keeps out; null if there is none. */
    PluginFile keptOut(String plugin);

    /** Whether another plugin is being swapped. */
    boolean othersAreBusy(Plugin plugin);

    /** Has what waits, wired to a revision that is to go, installed anew. */
    void rewire(Revision library);

    /**
     * Refuses a library that exports what another one does.
     *
     * @throws RefusedException naming it
     */
    void refuseSharedExports(JarFacts library) throws RefusedException;
}

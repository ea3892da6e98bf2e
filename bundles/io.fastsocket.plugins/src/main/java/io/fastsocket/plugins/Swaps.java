package io.fastsocket.plugins;

import java.util.function.Consumer;

/**
 * The swaps of one plugin: made of the kind that a JAR needs, and the one that is under way.
 * Belongs to the deployer's thread.
 */
final class Swaps {

    private final Plugin plugin;
    private final Tools tools;
    private final Neighbours neighbours;
    private final InService service;
    private UnderWay underWay;

    Swaps(Plugin plugin, Tools tools, Neighbours neighbours, InService service) {
        this.plugin = plugin;
        this.tools = tools;
        this.neighbours = neighbours;
        this.service = service;
    }

    /** Whether one is under way. */
    boolean isBusy() {
        return underWay != null;
    }

    /** Whether one is under way that swaps other plugins too. */
    boolean concernOthers() {
        return underWay != null && underWay.swap() instanceof LibrarySwap;
    }

    /** The one under way, if there is one, is undone. */
    void abandon() {
        if (underWay != null) {
            underWay.swap().abandon();
        }
    }

    /**
     * Begins one.
     *
     * @param ready puts the new revision into service
     * @param failed told why the old one stays
     */
    void begin(Swap swap, Consumer<Swap.Result.Ready> ready, Consumer<RefusedException> failed) {
        underWay = new UnderWay(swap, ready, failed);
        advance();
    }

    /** The one under way takes a step forward. */
    void advance() {
        if (!underWay.advance(service)) {
            underWay = null;
        }
    }

    /** Whether a JAR cannot simply be staged beside what is in service. */
    boolean isNeededFor(JarFacts facts) {
        return service.running() != null && (hasUsers(facts) || facts.singleton());
    }

    /** Whether it has to wait for others before it may begin. */
    boolean mustWait(JarFacts facts) {
        return hasUsers(facts) && neighbours.othersAreBusy(plugin);
    }

    /** What replaces a library may concern its users, even if it is none itself. */
    private boolean hasUsers(JarFacts facts) {
        return facts.library() || service.running().revision().library();
    }

    /**
     * Installs a revision that is to take the place of the one in service, and of all that use it.
     *
     * @param cause as {@link ContractGate#admit} has it
     * @throws RefusedException if it does not resolve; then nothing has changed
     */
    Swap of(JarFacts facts, String cause) throws RefusedException {
        return hasUsers(facts)
                ? LibrarySwap.begin(tools, neighbours, service.running(), facts, cause)
                : alone(facts, false, cause);
    }

    /**
     * The same for the plugin alone.
     *
     * @param evenWaiting whether it may although its components lack something
     * @param cause as {@link ContractGate#admit} has it
     * @throws RefusedException if it does not resolve; then nothing has changed
     */
    Swap alone(JarFacts facts, boolean evenWaiting, String cause) throws RefusedException {
        Running running = service.running();
        return facts.singleton() && !facts.library()
                ? Exchange.begin(tools, running, facts, cause)
                : handingOver(Beside.begin(tools, running, facts, evenWaiting, cause));
    }

    /** The same swap, with a hand-over if what is in service has state. */
    Swap handingOver(Swap swap) {
        Running running = service.running();
        return running == null ? swap : Handover.around(tools, running, swap);
    }
}

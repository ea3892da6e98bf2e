package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Kind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The swap of a library and of all that use it: its new revision is installed beside the old one,
 * and beside each user a new revision of that, wired to the new library. Once all are ready, all
 * come into service; then the old ones end their events and go, the old library last. If one is not
 * fit, none is changed. Belongs to the deployer's thread.
 */
final class LibrarySwap implements Swap {

    private static final Logger log = LoggerFactory.getLogger(LibrarySwap.class);

    /** A user on its way; the file is null if its content stays the same. */
    private record User(Plugin plugin, PluginFile file, Swap swap) {}

    /** A user that is ready. */
    private record Fit(User user, Swap.Result.Ready ready) {}

    private final Tools tools;
    private final Neighbours neighbours;
    private final Running old;
    private final List<Plugin> plugins;
    private final List<User> users = new ArrayList<>();
    private final String cause;
    private Swap library;
    private List<Fit> fit = List.of();

    private LibrarySwap(Tools tools, Neighbours neighbours, Running old, String cause) {
        this.cause = cause;
        this.tools = tools;
        this.neighbours = neighbours;
        this.old = old;
        this.plugins = neighbours.users(old.revision());
    }

    /**
     * Installs and resolves the new revisions.
     *
     * @param old the library in service
     * @param facts of the new one
     * @param cause as {@link ContractGate#admit} has it
     * @throws RefusedException if one does not resolve; then nothing has changed
     */
    static LibrarySwap begin(
            Tools tools, Neighbours neighbours, Running old, JarFacts facts, String cause)
            throws RefusedException {
        LibrarySwap swap = new LibrarySwap(tools, neighbours, old, cause);
        swap.announce(facts);
        swap.eachOld(revision -> tools.hook().leaves(revision.bundle()));
        try {
            swap.library = Beside.begin(tools, old, facts, false, cause);
            for (Plugin plugin : swap.plugins) {
                swap.users.add(swap.user(plugin));
            }
            return swap;
        } catch (RefusedException | RuntimeException e) {
            swap.abandon();
            throw e;
        }
    }

    private void announce(JarFacts facts) {
        if (!plugins.isEmpty()) {
            log.info(
                    "{} {} is to replace {}, and with it these, which use it: {}",
                    facts.symbolicName(),
                    facts.version(),
                    old,
                    plugins.stream().map(Plugin::name).collect(Collectors.joining(", ")));
        }
    }

    private void eachOld(Consumer<Revision> action) {
        Stream.concat(Stream.of(old), plugins.stream().map(Plugin::running))
                .map(Running::revision)
                .forEach(action);
    }

    /**
     * A user as it is, or, if the new library is not for that one, from a file that is better and
     * has perhaps been waiting for the library.
     */
    private User user(Plugin plugin) throws RefusedException {
        Running running = plugin.running();
        RefusedException why;
        try {
            JarFacts same = tools.facts(running.revision());
            boolean evenWaiting = tools.state(running.revision()).kind() != Kind.READY;
            return new User(plugin, null, plugin.swapTo(same, evenWaiting, cause));
        } catch (RefusedException e) {
            why = e;
        }
        for (PluginFile file : neighbours.candidates(plugin.name())) {
            if (!running.is(file) && !running.isBetterThan(file)) {
                try {
                    return new User(plugin, file, plugin.swapTo(file.facts(), false, cause));
                } catch (RefusedException e) {
                    log.debug("{} is not for the library either", file.name(), e);
                }
            }
        }
        throw breaks(plugin, why);
    }

    private static RefusedException breaks(Plugin plugin, RefusedException why) {
        return new RefusedException(
                "would break %s, which uses it: %s".formatted(plugin.running(), why.reason()),
                "Copy a library that fits, or a version of " + plugin.name() + " that does.",
                true);
    }

    @Override
    public Result advance() {
        Result own = library.advance();
        if (!(own instanceof Result.Ready)) {
            if (own instanceof Result.Failed) {
                abandon();
            }
            return own;
        }
        List<Fit> ready = new ArrayList<>();
        // Those whose events are parked meanwhile only when all others are ready.
        for (boolean parking : new boolean[] {false, true}) {
            boolean all = true;
            for (User user : users) {
                if (user.swap().parks() == parking) {
                    Result result = user.swap().advance();
                    if (result instanceof Result.Failed failed) {
                        abandon();
                        return new Result.Failed(breaks(user.plugin(), failed.why()));
                    }
                    all &= result instanceof Result.Ready;
                    if (result instanceof Result.Ready fits) {
                        ready.add(new Fit(user, fits));
                    }
                }
            }
            if (!all) {
                return new Result.Busy();
            }
        }
        fit = ready;
        return own;
    }

    /** After the library, its users come into service too. */
    @Override
    public void committed() {
        for (Fit each : fit) {
            User user = each.user();
            user.plugin().takeOver(user.swap(), each.ready(), user.file());
        }
        neighbours.rewire(old.revision());
    }

    @Override
    public void abandon() {
        for (User user : users) {
            user.plugin().abandon(user.swap());
        }
        if (library != null) {
            library.abandon();
        }
        eachOld(revision -> tools.hook().forget(revision.bundle()));
    }

    @Override
    public boolean parks() {
        return false;
    }

    @Override
    public boolean parked() {
        return false;
    }
}

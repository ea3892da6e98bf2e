package io.fastsocket.registry.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Revisions that serve a share of the connections beside another of their plugin. To be read and
 * changed under the lock of the routes.
 */
final class Trials {

    private final List<Trial> trials = new ArrayList<>();

    /** One revision tried out: it serves the connections at points below its share. */
    private record Trial(Revision revision, Revision beside, int share) {}

    /** Begins one, or changes its share. */
    void put(Revision revision, Revision beside, int share) {
        remove(revision);
        trials.add(new Trial(revision, beside, share));
    }

    /** Ends one, if it is one. */
    void remove(Revision revision) {
        trials.removeIf(trial -> trial.revision() == revision);
    }

    /** The points at which it changes who serves, ascending; none without trials. */
    List<Integer> limits(List<Revision> serving) {
        IntStream shares = inForce(serving).stream().mapToInt(Trial::share);
        return shares.sorted().distinct().boxed().toList();
    }

    /**
     * What serves the connections at a point.
     *
     * @param serving what serves where nothing is tried out
     */
    List<Revision> serving(List<Revision> serving, int point) {
        List<Revision> here = new ArrayList<>(serving);
        for (Trial trial : inForce(serving)) {
            if (point < trial.share()) {
                here.set(here.indexOf(trial.beside()), trial.revision());
            }
        }
        return here;
    }

    /** Revisions tried out that are no part of a plugin one revision of which is given. */
    List<Revision> ofOthers(List<Revision> serving, Object one, Object other) {
        return inForce(serving).stream()
                .filter(trial -> trial.revision() != one && trial.revision() != other)
                .filter(trial -> trial.beside() != one && trial.beside() != other)
                .map(Trial::revision)
                .toList();
    }

    /** One beside a revision that is no longer in service has nothing to be tried against. */
    private List<Trial> inForce(List<Revision> serving) {
        return trials.stream().filter(trial -> serving.contains(trial.beside())).toList();
    }
}

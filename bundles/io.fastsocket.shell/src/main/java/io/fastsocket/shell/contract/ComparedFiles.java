package io.fastsocket.shell.contract;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;

import java.util.List;
import java.util.Locale;

/**
 * Two documents and how they differ.
 *
 * @param old as it was typed
 * @param changed as it was typed
 * @param changes worst first
 */
public record ComparedFiles(String old, String changed, List<Change> changes) {

    /**
     * How many changes have an impact.
     *
     * @param impact the impact
     * @return the number
     */
    public long count(Impact impact) {
        return changes.stream().filter(change -> change.impact() == impact).count();
    }

    /** The file that a change's path is in. */
    String fileOf(Change change) {
        return change.gone() ? old : changed;
    }

    /** {@code 2 breaking, 1 unclear, 3 compatible}. */
    String summary() {
        return changes.isEmpty()
                ? "nothing has changed for clients"
                : "%d breaking, %d unclear, %d compatible"
                        .formatted(
                                count(Impact.BREAKING),
                                count(Impact.UNCLEAR),
                                count(Impact.COMPATIBLE));
    }

    static String word(Impact impact) {
        return impact.name().toLowerCase(Locale.ROOT);
    }

    static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}

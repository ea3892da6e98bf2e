package io.fastsocket.plugins;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;

import java.util.List;

/**
 * What a revision would mean for clients of the one before it, in words.
 *
 * @param changes worst first, at least one
 * @param sockets how many lately used what they are about
 */
record BrokenContract(List<Change> changes, int sockets) {

    /** In one line: how many changes, for how many sockets, and the worst of them. */
    @Override
    public String toString() {
        long breaking = changes.stream().filter(c -> c.impact() == Impact.BREAKING).count();
        long unclear = changes.size() - breaking;
        String counted =
                breaking == 0
                        ? number(unclear, "change") + " that may break clients"
                        : number(breaking, "breaking change")
                                + (unclear == 0 ? "" : " and " + unclear + " unclear");
        return "%s; %s used these events within the last hour; %s%s"
                .formatted(
                        counted,
                        sockets == 0 ? "no socket" : number(sockets, "socket"),
                        changes.size() == 1 ? "" : "the first: ",
                        what(changes.getFirst()));
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A change, with its place in the contract. */
    static String line(Change change) {
        return "%s (%s%s)"
                .formatted(what(change), change.gone() ? "old contract, " : "", change.path());
    }

    private static String what(Change change) {
        String event = change.event() == null ? "" : change.event() + " of ";
        return event + change.namespace() + ": " + change.reason();
    }
}

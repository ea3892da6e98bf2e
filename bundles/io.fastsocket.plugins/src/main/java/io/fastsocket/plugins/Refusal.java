package io.fastsocket.plugins;

import io.fastsocket.spi.contract.Change;

import java.time.Instant;
import java.util.List;

/**
 * Why a file is in quarantine.
 *
 * @param reason one sentence: what is wrong, and where
 * @param cure what to do about it
 * @param retry whether it is worth another try when other bundles have come or gone; otherwise only
 *     a change of the file is
 * @param generation the state of the other bundles at that time, see {@link Generation}
 * @param at when
 * @param keepsOld whether what was in service before is to be, though it has no file any more
 * @param changes those of its contract that are the reason; else none
 */
record Refusal(
        String reason,
        String cure,
        boolean retry,
        long generation,
        Instant at,
        boolean keepsOld,
        List<Change> changes) {

    /** Whether it is its contract that keeps it out. */
    boolean forContract() {
        return !changes.isEmpty();
    }
}

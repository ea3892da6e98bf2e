package io.fastsocket.spi.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision of a plugin that was taken out of the framework. Its classes are to go with it.
 *
 * @param number tells it from the others since the deployer was started; a later one has a higher
 *     number
 * @param name symbolic name
 * @param version version of the bundle
 * @param sha256 of its content, 64 hexadecimal digits; empty if it is not known
 * @param retired when it was uninstalled
 * @param age for how long it had been uninstalled when this was asked
 * @param collectedAfter how long after that its class loader was seen to be collected; empty while
 *     it is there
 * @param looked whether a garbage collection that unloads classes has been since: what is there
 *     nevertheless is held by something
 * @param cutOff how many of its calls had to be ended because their time was up
 */
public record RetiredRevision(
        long number,
        String name,
        String version,
        String sha256,
        Instant retired,
        Duration age,
        Optional<Duration> collectedAfter,
        boolean looked,
        int cutOff) {

    /**
     * Whether something keeps it from being collected.
     *
     * @return false for one that is collected, and while no garbage collection has looked
     */
    public boolean held() {
        return collectedAfter.isEmpty() && looked;
    }
}

package io.fastsocket.spi.contract;

import java.util.List;

/**
 * A plugin in service, as far as contracts go.
 *
 * @param plugin symbolic name of its bundle
 * @param version of its bundle
 * @param contract what a {@link ContractKeeper} has made of its documents; null if there was none
 * @param handled what its methods handle
 * @param emitted what it says it sends
 */
public record ServedPlugin(
        String plugin,
        String version,
        RevisionContract contract,
        List<HandledEvent> handled,
        List<EmittedEvent> emitted) {

    /**
     * A plugin.
     *
     * @param plugin as above
     * @param version as above
     * @param contract as above
     * @param handled copied
     * @param emitted copied
     */
    public ServedPlugin {
        handled = List.copyOf(handled);
        emitted = List.copyOf(emitted);
    }
}

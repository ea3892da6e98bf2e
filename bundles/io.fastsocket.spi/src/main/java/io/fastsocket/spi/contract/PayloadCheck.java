package io.fastsocket.spi.contract;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.spi.transport.Payload;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/**
 * What a contract says about the arguments of an event, or of its acknowledgement. Counts what does
 * not fit, and logs it where that is all that is to be done. Usable from any thread, and quick.
 */
@ProviderType
public interface PayloadCheck {

    /**
     * Looks at arguments.
     *
     * @param arguments those of the event, without its name
     * @return what is wrong, if that is to be refused; empty if they may pass
     */
    List<Detail> check(Payload arguments);

    /**
     * Whether the contract has the event at all. If not, the check only counts what is sent, as
     * drift.
     *
     * @return the same at any time
     */
    default boolean declared() {
        return true;
    }

    /**
     * How often something was wrong, whether or not it was refused.
     *
     * @return since the revision began
     */
    long violations();
}

package io.fastsocket.registry.routing;

import java.util.Map;
import java.util.Set;

/** The calls of handlers that have not ended. Usable from any thread. */
public interface CallsInFlight {

    /**
     * Ends those of some services: they are answered with an error, and their threads interrupted.
     *
     * @param services whose
     * @return how many, by class and method
     */
    Map<String, Integer> cutOff(Set<HandlerService> services);
}

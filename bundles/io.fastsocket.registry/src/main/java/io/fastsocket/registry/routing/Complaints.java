package io.fastsocket.registry.routing;

import io.fastsocket.registry.log.LogContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells the log why handlers are not in service: those of bundles without a deployer have nobody
 * else to tell. Each problem once, for as long as it is there.
 */
final class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

    private final Set<String> told = new HashSet<>();

    /**
     * Called with each change of what is in service.
     *
     * @param refused plugin by problem
     */
    void tell(Map<String, String> refused) {
        refused.forEach(
                (problem, plugin) -> {
                    if (told.add(problem)) {
                        LogContext.about(
                                plugin,
                                null,
                                null,
                                null,
                                () -> LOG.error("Handler is not in service: {}", problem));
                    }
                });
        told.retainAll(refused.keySet());
    }
}

package io.fastsocket.registry.routing;

import io.fastsocket.spi.dispatch.EventFigures;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the handlers of a revision have done. */
final class Figures {

    private Figures() {}

    static Map<String, EventFigures> of(List<HandlerService> services, Map<String, Duration> slow) {
        long now = System.nanoTime();
        Map<String, EventFigures> figures = new HashMap<>();
        for (HandlerService service : services) {
            for (EventMethod method : service.events()) {
                String key = service.namespace() + " " + method.event();
                figures.put(key, of(method, slow.get(key), now));
            }
        }
        return figures;
    }

    private static EventFigures of(EventMethod method, Duration slow, long now) {
        Latency latency = method.latency();
        return new EventFigures(
                method.calls(),
                method.failures(),
                method.violations(),
                latency.count(now),
                slow == null ? 0 : latency.slower(slow, now),
                latency.p99(now));
    }
}

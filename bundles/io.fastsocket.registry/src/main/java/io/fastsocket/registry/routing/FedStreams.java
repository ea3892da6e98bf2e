package io.fastsocket.registry.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The streams that take what plugins send, by namespace and event. Immutable. */
final class FedStreams {

    private final Map<String, Map<String, List<Fed>>> namespaces = new HashMap<>();

    /** Those of namespaces whose names have values in them. */
    private final List<NamespacePattern> dynamic = new ArrayList<>();

    FedStreams(Collection<HandlerService> services) {
        for (HandlerService service : services) {
            for (Tap tap : service.taps()) {
                if (tap.emitted()) {
                    namespace(service.namespace())
                            .computeIfAbsent(tap.event(), event -> new ArrayList<>())
                            .add(new Fed(service, tap));
                }
            }
        }
    }

    private Map<String, List<Fed>> namespace(String name) {
        return namespaces.computeIfAbsent(
                name,
                fresh -> {
                    NamespacePattern pattern = NamespacePattern.of(fresh);
                    if (pattern.dynamic()) {
                        dynamic.add(pattern);
                    }
                    return new HashMap<>();
                });
    }

    /** Those that take an event sent to a namespace. */
    List<Fed> of(String namespace, String event) {
        if (namespaces.isEmpty()) {
            return List.of();
        }
        List<Fed> exact = namespaces.getOrDefault(namespace, Map.of()).get(event);
        List<Fed> all = exact == null ? List.of() : exact;
        for (NamespacePattern pattern : dynamic) {
            List<Fed> more = namespaces.get(pattern.text()).get(event);
            if (more != null && pattern.matches(namespace)) {
                all = new ArrayList<>(all);
                all.addAll(more);
            }
        }
        return all;
    }
}

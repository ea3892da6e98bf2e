package io.fastsocket.registry;

import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.observe.PluginLoad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes for people what plugins take of the server. */
final class Loads {

    private Loads() {}

    static List<PluginLoad> of(List<HandlerService> inService) {
        Map<Scope, List<HandlerService>> lives = new LinkedHashMap<>();
        for (HandlerService service : inService) {
            lives.computeIfAbsent(service.scope(), scope -> new ArrayList<>()).add(service);
        }
        List<PluginLoad> loads = new ArrayList<>();
        lives.forEach((scope, services) -> loads.add(load(scope, services)));
        loads.sort(Comparator.comparing(PluginLoad::plugin).thenComparing(PluginLoad::version));
        return loads;
    }

    private static PluginLoad load(Scope scope, List<HandlerService> services) {
        Isolation isolation = scope.isolation();
        Map<String, Long> limits = new LinkedHashMap<>();
        for (Limit limit : Limit.values()) {
            limits.put(limit.key(), isolation.limits().get(limit));
        }
        return new PluginLoad(
                scope.origin().plugin(),
                scope.origin().version(),
                isolation.bulkhead().running(),
                isolation.bulkhead().waiting(),
                isolation.bulkhead().refused(),
                isolation.overruns().running(),
                isolation.busyCalls().running(),
                isolation.heldBy().stream().map(Limit::key).toList(),
                limits,
                breakers(services));
    }

    private static List<PluginLoad.Breaker> breakers(List<HandlerService> services) {
        return services.stream()
                .flatMap(service -> service.events().stream())
                .filter(m -> !m.breaker().closed() || m.breaker().refused() > 0)
                .map(Loads::breaker)
                .toList();
    }

    private static PluginLoad.Breaker breaker(EventMethod method) {
        return new PluginLoad.Breaker(
                method.method().name(), method.breaker().state(), method.breaker().refused());
    }
}

package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.contract.ServedPlugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in service, as contracts see it.
 *
 * @param routes where it is in service
 */
public record Served(Routes routes) implements ServedPlugins {

    @Override
    public long changes() {
        return routes.changes();
    }

    @Override
    public List<ServedPlugin> plugins() {
        Map<Scope, List<HandlerService>> byPlugin = new LinkedHashMap<>();
        for (HandlerService service : routes.inService()) {
            byPlugin.computeIfAbsent(service.scope(), scope -> new ArrayList<>()).add(service);
        }
        List<ServedPlugin> plugins = new ArrayList<>();
        byPlugin.forEach((scope, services) -> plugins.add(plugin(scope, services)));
        return plugins;
    }

    static ServedPlugin plugin(Scope scope, List<HandlerService> services) {
        Origin origin = scope.origin();
        List<HandledEvent> handled =
                services.stream().flatMap(service -> service.handled().stream()).toList();
        List<EmittedEvent> emitted =
                services.stream().flatMap(service -> service.emits().stream()).distinct().toList();
        return new ServedPlugin(
                origin.plugin(), origin.version(), scope.contract(), handled, emitted);
    }
}

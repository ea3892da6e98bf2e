package io.fastsocket.registry;

import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.isolation.Limits;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.observe.PluginLoad;

import org.junit.jupiter.api.AfterEach;

import java.util.Map;

/** A registry, one plugin's limits, and what it takes of the server. */
abstract class IsolationFixture {

    static final String UNAVAILABLE = "\"code\":5003";

    final Registry registry = new Registry(Settings.DEFAULTS);
    final Busy busy = new Busy();

    @AfterEach
    void close() {
        busy.release.countDown();
        registry.close();
    }

    FakeClient client() {
        return FakeClient.join(registry.dispatcher(), "/");
    }

    void limits(Limits limits) {
        registry.settings(Given.limits(limits, Map.of()));
    }

    PluginLoad load() {
        return registry.loads().stream()
                .filter(load -> load.plugin().equals("test.plugin"))
                .findFirst()
                .orElseThrow();
    }
}

package io.fastsocket.registry;

import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Revision;
import io.fastsocket.registry.sockets.Origin;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes revisions as bundles would. */
final class Plugins {

    private Plugins() {}

    /** A bundle that can be stopped. */
    static final class Fake {
        final AtomicBoolean active = new AtomicBoolean(true);
        final Revision revision;

        Fake(Registry registry, String name, boolean managed) {
            revision =
                    registry.revision(
                            new Origin(
                                    name,
                                    "1.0.0",
                                    Plugins.class::getClassLoader,
                                    active::get,
                                    managed,
                                    Map::of));
        }

        HandlerService add(Object handler) {
            return add(handler, null);
        }

        HandlerService add(Object handler, String namespace) {
            return revision.add(
                    new HandlerService.Found(
                            handler.getClass().getSimpleName(), namespace, 0, handler));
        }
    }

    /** A bundle without a deployer: its handlers serve at once. */
    static Fake serving(Registry registry, Object... handlers) {
        Fake fake = new Fake(registry, "test.plugin", false);
        for (Object handler : handlers) {
            fake.add(handler);
        }
        return fake;
    }

    static Fake staged(Registry registry, String name, Object... handlers) {
        Fake fake = new Fake(registry, name, true);
        for (Object handler : handlers) {
            fake.add(handler);
        }
        return fake;
    }
}

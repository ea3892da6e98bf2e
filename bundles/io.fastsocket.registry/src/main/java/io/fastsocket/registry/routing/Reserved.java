package io.fastsocket.registry.routing;

import io.fastsocket.spi.dispatch.HandlerRegistry;

/** Namespaces that are the runtime's own. */
final class Reserved {

    private Reserved() {}

    static boolean is(String namespace) {
        return namespace.equals(HandlerRegistry.OPERATOR_NAMESPACE);
    }

    /** Whether a service may have nothing to do with a namespace, since a plugin brought it. */
    static boolean against(HandlerService service, String namespace) {
        return is(namespace) && service.scope().origin().managed();
    }

    /** What is wrong with where a service is, or null. */
    static String problem(HandlerService service, Object instance) {
        return against(service, service.namespace())
                ? instance.getClass().getSimpleName()
                        + ": namespace "
                        + service.namespace()
                        + " is the server's own, for operators; choose another name"
                : null;
    }
}

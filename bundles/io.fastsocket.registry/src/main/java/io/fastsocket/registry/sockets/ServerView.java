package io.fastsocket.registry.sockets;

import io.fastsocket.api.SocketNamespace;
import io.fastsocket.api.SocketServer;

/** The server as one plugin sees it. */
public final class ServerView implements SocketServer {

    private final Scope scope;

    ServerView(Scope scope) {
        this.scope = scope;
    }

    @Override
    public SocketNamespace of(String namespace) {
        scope.check();
        if (namespace == null || !namespace.startsWith("/")) {
            throw new IllegalArgumentException(
                    "namespace \"" + namespace + "\" must begin with a slash");
        }
        return new NamespaceView(scope, namespace);
    }
}

package io.fastsocket.registry.sockets;

import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;

import java.util.Optional;
import java.util.Set;

/** One namespace. */
final class NamespaceView extends OperatorView implements SocketNamespace {

    NamespaceView(Scope scope, String name) {
        super(scope, name, Set.of(), Set.of(), false);
    }

    @Override
    public String name() {
        return namespace();
    }

    @Override
    public Optional<Socket> socket(String id) {
        scope().check();
        return scope().transports()
                .socket(namespace(), id)
                .map(client -> new SocketView(scope(), scope().sockets().of(client)));
    }
}

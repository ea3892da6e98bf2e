package io.fastsocket.spi.dispatch;

import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import org.osgi.annotation.versioning.ProviderType;

import java.util.concurrent.CompletionStage;

/**
 * Where an engine brings its clients and their events. A service of the registry; an engine needs
 * it to be open at all.
 */
@ProviderType
public interface EventDispatcher {

    /**
     * A client asks for a namespace. Returns at once; interceptors and {@code @OnHandshake} methods
     * run on virtual threads.
     *
     * @param socket not connected yet
     * @param auth what came with CONNECT: one JSON object, or {@link Payload#NONE}
     * @return completes, on any thread, with the decision; never exceptionally
     */
    CompletionStage<Admission> connect(ClientSocket socket, Payload auth);
}

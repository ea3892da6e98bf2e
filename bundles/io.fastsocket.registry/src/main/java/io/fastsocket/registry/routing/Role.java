package io.fastsocket.registry.routing;

import io.fastsocket.api.OnAny;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnDisconnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;

import java.lang.annotation.Annotation;

/** What a method is for, and what it may take. */
enum Role {
    EVENT(OnEvent.class),
    ANY(OnAny.class),
    ADMISSION(OnHandshake.class),
    CONNECT(OnConnect.class),
    DISCONNECT(OnDisconnect.class);

    private final Class<? extends Annotation> annotation;

    Role(Class<? extends Annotation> annotation) {
        this.annotation = annotation;
    }

    Class<? extends Annotation> annotation() {
        return annotation;
    }

    boolean supplies(Parameter.Kind kind) {
        return switch (kind) {
            case SOCKET, HANDSHAKE, SERVER, NAMESPACE_VALUE -> true;
            case CONTEXT -> this == EVENT || this == ANY;
            case ACK -> this == EVENT;
            case REASON -> this == DISCONNECT;
            case EVENT_NAME, ALL -> this == ANY;
            case VALUE, RAW, REST -> this == EVENT;
        };
    }
}

package io.fastsocket.telemetry.inside;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A registry with one event, in rooms that are numbered. */
record FakeEvents(long calls) implements EventCatalog {

    @Override
    public List<EventInfo> events() {
        return List.of(
                new EventInfo(
                        "/room-{id}",
                        "say",
                        "Room.say",
                        "room",
                        "1.0.0",
                        EventState.ACTIVE,
                        calls,
                        0,
                        0,
                        Duration.ofMillis(1)));
    }

    @Override
    public Optional<String> declared(String namespace) {
        return namespace.startsWith("/room-") ? Optional.of("/room-{id}") : Optional.empty();
    }
}

package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The handler services of one revision: those that are there, those that are away, and those that
 * could not be had. To be read and changed under the lock of the routes.
 */
final class Components {

    private final List<HandlerService> live = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();
    private final Map<Object, String> failures = new LinkedHashMap<>();

    /** Those that are there, whether or not they take events. */
    List<HandlerService> live() {
        return live;
    }

    /** Those that are away. */
    List<Parked> parked() {
        return parked;
    }

    /** All of them, those included that are away. */
    List<HandlerService> all() {
        return Stream.concat(live.stream(), parked.stream().map(Parked::service))
                .distinct()
                .toList();
    }

    /** What is to be waited for until their calls have ended. */
    List<Gate> gates() {
        return all().stream().map(HandlerService::gate).toList();
    }

    /** What those that are there are called, without what was subscribed to by hand. */
    List<String> names() {
        return live.stream()
                .filter(service -> !service.subscription())
                .map(HandlerService::component)
                .toList();
    }

    void add(HandlerService service) {
        live.add(service);
    }

    void remove(HandlerService service) {
        live.remove(service);
    }

    /** It is waited for. */
    void park(Parked away) {
        parked.add(away);
    }

    boolean isParked(HandlerService service) {
        return parked.stream().anyMatch(away -> away.service().equals(service));
    }

    /** What was away under its name is back; a changed namespace does not matter. */
    void unpark(HandlerService service) {
        Stream<Parked> same =
                parked.stream().filter(p -> p.service().component().equals(service.component()));
        List<Parked> candidates = same.toList();
        candidates.stream()
                .filter(p -> p.service().namespace().equals(service.namespace()))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .ifPresent(parked::remove);
    }

    /** Nothing is waited for any more. */
    void unparkAll() {
        parked.clear();
    }

    /**
     * One could not be had.
     *
     * @param key the service
     * @param problem one sentence; null takes it back
     */
    void failed(Object key, String problem) {
        if (problem == null) {
            failures.remove(key);
        } else {
            failures.put(key, problem);
        }
    }

    /** Why services could not be had, each in one sentence. */
    Collection<String> failures() {
        return failures.values();
    }
}

package io.fastsocket.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something to send, as an element of a stream that a method with {@link OnStream} returns: {@code
 * Emission.of("alert", alert).to("traders")}. Without a room it is for everybody in the namespace
 * of the component. Immutable: each method returns a new one.
 *
 * @param event the event's name
 * @param arguments its arguments, each of which may be null; not to be changed
 * @param namespace where to, or null for the namespace of the component
 * @param rooms names of rooms, or ids of sockets; empty for everybody
 * @param except rooms and sockets that are left out
 * @param mayDrop whether it may be dropped for clients that are not ready to take it
 */
public record Emission(
        String event,
        List<Object> arguments,
        String namespace,
        Set<String> rooms,
        Set<String> except,
        boolean mayDrop) {

    /**
     * Something to send.
     *
     * @param event as above
     * @param arguments copied
     * @param namespace as above
     * @param rooms copied
     * @param except copied
     * @param mayDrop as above
     */
    public Emission {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }

    /**
     * An event for everybody.
     *
     * @param event its name
     * @param arguments none, one or several; each may be null
     * @return it
     */
    public static Emission of(String event, Object... arguments) {
        return new Emission(event, Arrays.asList(arguments), null, Set.of(), Set.of(), false);
    }

    /**
     * Adds rooms.
     *
     * @param more names of rooms, or ids of sockets
     * @return for those as well
     */
    public Emission to(String... more) {
        return new Emission(event, arguments, namespace, plus(rooms, more), except, mayDrop);
    }

    /**
     * Adds a socket, in its own namespace.
     *
     * @param socket who is to get it
     * @return for that one as well
     */
    public Emission to(Socket socket) {
        return in(socket.namespace()).to(socket.id());
    }

    /**
     * Leaves out whoever is in these rooms.
     *
     * @param more names of rooms, or ids of sockets
     * @return for fewer
     */
    public Emission except(String... more) {
        return new Emission(event, arguments, namespace, rooms, plus(except, more), mayDrop);
    }

    /**
     * Goes to another namespace than the component's.
     *
     * @param name beginning with a slash
     * @return for there
     */
    public Emission in(String name) {
        return new Emission(event, arguments, name, rooms, except, mayDrop);
    }

    /**
     * Allows it to be dropped for clients that are not ready to take it.
     *
     * @return the same, volatile
     */
    public Emission asVolatile() {
        return new Emission(event, arguments, namespace, rooms, except, true);
    }

    private static Set<String> plus(Set<String> names, String... more) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(List.of(more));
        return all;
    }
}

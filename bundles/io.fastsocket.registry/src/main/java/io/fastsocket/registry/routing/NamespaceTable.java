package io.fastsocket.registry.routing;

import io.fastsocket.spi.dispatch.InboundEvent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All that happens in one namespace. Immutable. */
public final class NamespaceTable {

    private final List<Route> routes;
    private final EventTable events;
    private final List<HandlerService> interceptors;
    private final List<HandlerService> observers;
    private final List<HandlerService> admissions;
    private final Map<String, List<HandlerService>> taps = new HashMap<>();
    private final List<HandlerService> connects;
    private final List<HandlerService> disconnects;
    private final long guardsParkedUntil;
    private final long admissionsParkedUntil;
    private final long lifecycleParkedUntil;
    private final boolean inline;

    /** Streams are those of other services, if some are only tried out: they have not begun. */
    NamespaceTable(
            String name,
            Collection<HandlerService> live,
            Collection<Parked> parked,
            Collection<HandlerService> streaming) {
        routes = new ArrayList<>();
        for (HandlerService service : of(name, live)) {
            service.events().stream()
                    .filter(event -> !event.stream())
                    .forEach(event -> routes.add(new Route(event, 0)));
        }
        for (HandlerService service : of(name, streaming)) {
            service.events().stream()
                    .filter(EventMethod::stream)
                    .filter(event -> routes.stream().noneMatch(r -> same(r, event)))
                    .forEach(event -> routes.add(new Route(event, 0)));
        }
        for (Parked away : parked) {
            if (away.service().namespace().equals(name)) {
                away.service().events().forEach(e -> routes.add(new Route(e, away.until())));
            }
        }
        events = new EventTable(routes);
        interceptors =
                live.stream()
                        .filter(s -> s.guards(name))
                        .sorted(Comparator.comparingInt(HandlerService::ranking).reversed())
                        .toList();
        observers = with(name, live, HandlerService::observers);
        for (HandlerService service : of(name, streaming)) {
            service.taps().stream()
                    .filter(tap -> !tap.emitted())
                    .map(Tap::event)
                    .distinct()
                    .forEach(e -> taps.computeIfAbsent(e, x -> new ArrayList<>()).add(service));
        }
        admissions = with(name, live, HandlerService::admissions);
        connects = with(name, live, HandlerService::connects);
        disconnects = with(name, live, HandlerService::disconnects);
        guardsParkedUntil = until(parked.stream().filter(p -> p.service().guards(name)).toList());
        List<Parked> here =
                parked.stream().filter(p -> p.service().namespace().equals(name)).toList();
        admissionsParkedUntil =
                until(here.stream().filter(p -> !p.service().admissions().isEmpty()).toList());
        lifecycleParkedUntil =
                until(
                        here.stream()
                                .filter(
                                        p ->
                                                !p.service().connects().isEmpty()
                                                        || !p.service().disconnects().isEmpty())
                                .toList());
        inline =
                interceptors.isEmpty()
                        && observers.isEmpty()
                        && taps.isEmpty()
                        && routes.stream().anyMatch(r -> r.method().markedInline());
    }

    private static boolean same(Route route, EventMethod event) {
        return route.method().event().equals(event.event());
    }

    private static List<HandlerService> of(String name, Collection<HandlerService> services) {
        return services.stream().filter(s -> s.namespace().equals(name)).toList();
    }

    private static List<HandlerService> with(
            String name,
            Collection<HandlerService> services,
            Function<HandlerService, List<BoundMethod>> methods) {
        return of(name, services).stream().filter(s -> !methods.apply(s).isEmpty()).toList();
    }

    private static long until(List<Parked> parked) {
        return parked.stream().mapToLong(Parked::until).max().orElse(0);
    }

    /**
     * Where an event goes.
     *
     * @param event the event
     * @return its route, or null if nothing handles it
     */
    public Route find(InboundEvent event) {
        return events.find(event);
    }

    /** All routes. */
    public List<Route> routes() {
        return routes;
    }

    /** Interceptors, in the order asked. */
    public List<HandlerService> interceptors() {
        return interceptors;
    }

    /** Components with methods for any event. */
    public List<HandlerService> observers() {
        return observers;
    }

    /**
     * Components with streams that look on at an event.
     *
     * @param event its name
     */
    public List<HandlerService> taps(String event) {
        return taps.isEmpty() ? List.of() : taps.getOrDefault(event, List.of());
    }

    /** Components with methods for handshakes. */
    public List<HandlerService> admissions() {
        return admissions;
    }

    /** Components with methods for sockets that have come. */
    public List<HandlerService> connects() {
        return connects;
    }

    /** Components with methods for sockets that have gone. */
    public List<HandlerService> disconnects() {
        return disconnects;
    }

    /** Until when an interceptor is away, so that nothing may pass; else 0. */
    public long guardsParkedUntil() {
        return guardsParkedUntil;
    }

    /** Until when a component that admits clients is away, or an interceptor; else 0. */
    public long admissionsParkedUntil() {
        return Math.max(admissionsParkedUntil, guardsParkedUntil);
    }

    /** Whether nobody is to be asked about a client, and nobody who would be is away. */
    public boolean admitsAnybody() {
        return interceptors.isEmpty() && admissions.isEmpty() && admissionsParkedUntil() == 0;
    }

    /** Until when a component that greets sockets or sees them off is away; else 0. */
    public long lifecycleParkedUntil() {
        return lifecycleParkedUntil;
    }

    /** Whether there may be handlers that run on the event loop. */
    public boolean inline() {
        return inline;
    }
}

package io.fastsocket.registry.routing;

/**
 * A component that has come into service for connections that another has served so far, or nobody,
 * and wants to greet their sockets.
 *
 * @param service the component
 * @param table number of the first routing table by which it serves them
 * @param from the first point of the connections concerned
 * @param to the first point behind them
 */
public record Arrival(HandlerService service, long table, int from, int to) {

    /**
     * Whether it is about a connection.
     *
     * @param point where that stands among all
     */
    public boolean concerns(int point) {
        return point >= from && point < to;
    }
}

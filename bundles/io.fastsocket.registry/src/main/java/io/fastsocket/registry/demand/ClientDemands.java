package io.fastsocket.registry.demand;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one socket has asked for. Used by the engine's thread for it only. */
public final class ClientDemands {

    private final ClientSocket client;
    private final Demands all;
    private final Map<String, Demand> demands = new HashMap<>(2);

    /**
     * Nothing yet.
     *
     * @param client the socket
     * @param all what all have asked for
     */
    public ClientDemands(ClientSocket client, Demands all) {
        this.client = client;
        this.all = all;
    }

    /**
     * Does what the client asks for.
     *
     * @param request what
     * @param arguments of which event, and how
     * @param emitted whether an event can be subscribed to
     * @param limit to how many at most
     * @param answer takes the answer
     * @throws EventException if it cannot be done
     */
    public void take(
            Request request,
            Payload arguments,
            Predicate<String> emitted,
            int limit,
            Consumer<Payload> answer) {
        RequestReader reader = new RequestReader(arguments);
        switch (request) {
            case SUBSCRIBE -> subscribe(reader.subscription(), emitted, limit, answer);
            case REQUEST -> answer.accept(credits(request(reader.more())));
            case CANCEL -> answer.accept(credits(cancel(reader.event())));
        }
    }

    private static Payload credits(int credits) {
        return Payload.of("{\"credits\":" + credits + "}");
    }

    /**
     * The answer comes first: what the client gets before it is not of its subscription, and must
     * not use up a credit.
     */
    private void subscribe(
            RequestReader.Subscription wanted,
            Predicate<String> emitted,
            int limit,
            Consumer<Payload> answer) {
        String event = wanted.event();
        if (!emitted.test(event)) {
            throw error(ErrorCode.NO_STREAM);
        }
        if (!demands.containsKey(event) && demands.size() >= limit) {
            throw error(ErrorCode.TOO_MANY_SUBSCRIPTIONS);
        }
        Demand demand = all.add(client, event, wanted.terms());
        demands.put(event, demand);
        int credits = wanted.terms().credits();
        answer.accept(credits(credits));
        demand.request(credits);
    }

    private int request(RequestReader.More more) {
        Demand demand = demands.get(more.event());
        if (demand == null) {
            throw error(ErrorCode.NOT_SUBSCRIBED);
        }
        return demand.request(more.credits());
    }

    private int cancel(String event) {
        Demand demand = demands.remove(event);
        if (demand == null) {
            throw error(ErrorCode.NOT_SUBSCRIBED);
        }
        all.remove(client, event, demand);
        return 0;
    }

    private static EventException error(ErrorCode code) {
        return new EventException(code, List.of(), null);
    }

    /** The socket has left. */
    public void end() {
        demands.forEach((event, demand) -> all.remove(client, event, demand));
        demands.clear();
    }
}

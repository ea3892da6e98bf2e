package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.WebSocketClient;

import java.util.ArrayList;
import java.util.List;

/** Clients that each keep some events in flight, and send the next when one is answered. */
record AckScenario(String id, String title, Exchange exchange, int count, int inFlight)
        implements Scenario {

    @Override
    public boolean forRaw() {
        return exchange.equals(Exchange.ECHO);
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        try (Clients clients = new Clients(setting.server().port())) {
            Book book = new Book(clients);
            Exchange used = setting.raw() ? exchange.raw() : exchange;
            List<AckClient> all = open(book, used, count, setting.raw(), true);
            book.clients.ask(
                    () -> {
                        all.forEach(client -> client.send(inFlight));
                        return null;
                    });
            Outcome outcome = book.measure(setting);
            end(book, all);
            return outcome;
        }
    }

    static List<AckClient> open(
            Book book, Exchange exchange, int count, boolean raw, boolean goesOn) throws Exception {
        List<AckClient> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new AckClient(book, exchange, goesOn));
        }
        List<WebSocketClient> sockets = Crowd.open(book.clients, count, raw, all::get);
        for (int i = 0; i < count; i++) {
            all.get(i).socket(sockets.get(i));
        }
        return all;
    }

    static void end(Book book, List<AckClient> all) throws Exception {
        book.stop(() -> all.stream().allMatch(AckClient::idle));
        book.clients.ask(
                () -> {
                    all.forEach(AckClient::close);
                    return null;
                });
    }
}

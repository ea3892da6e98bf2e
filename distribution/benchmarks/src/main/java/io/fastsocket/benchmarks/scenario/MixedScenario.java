package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.WebSocketClient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an application may look like: of a hundred events of a client, 89 are small, one is of 16
 * kB, and ten are broadcasts to a room of ten that the client is in too.
 */
record MixedScenario(String id, String title, int count) implements Scenario {

    private static final int IN_FLIGHT = 4;

    @Override
    public Outcome run(Setting setting) throws Exception {
        try (Clients clients = new Clients(setting.server().port())) {
            Book book = new Book(clients);
            List<Person> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(new Person(book, all, i));
            }
            List<WebSocketClient> sockets = Crowd.open(clients, count, false, all::get);
            each(book, all, person -> person.join(sockets.get(person.index())));
            for (Person person : all) {
                Crowd.await("a client has joined its room", person.joined());
            }
            each(book, all, person -> person.send(IN_FLIGHT));
            Outcome outcome = book.measure(setting);
            book.stop(() -> all.stream().allMatch(Person::idle));
            each(book, all, Person::close);
            return outcome;
        }
    }

    private static void each(Book book, List<Person> all, Consumer<Person> what)
            throws InterruptedException {
        book.clients.ask(
                () -> {
                    all.forEach(what);
                    return null;
                });
    }
}

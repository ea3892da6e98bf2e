package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;

/** Broadcasts to one room: a few are under way, and the next one follows when all have got one. */
record BroadcastScenario(String id, String title, int members) implements Scenario {

    private static final int UNDER_WAY = 4;

    @Override
    public Outcome run(Setting setting) throws Exception {
        try (Clients clients = new Clients(setting.server().port())) {
            Book book = new Book(clients);
            Room room = new Room(book, Exchange.TEXT, true);
            room.fill(members);
            clients.loop().execute(() -> room.send(UNDER_WAY));
            Outcome outcome = book.measure(setting);
            end(book, room);
            return outcome;
        }
    }

    static void end(Book book, Room room) throws Exception {
        book.stop(room::idle);
        book.clients.ask(
                () -> {
                    room.close();
                    return null;
                });
    }
}

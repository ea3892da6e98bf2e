package io.fastsocket.examples.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was said lately, bounded. A revision of the plugin hands it to the one that takes its place.
 */
final class History {

    /** Messages kept for a room. */
    static final int LENGTH = 50;

    /** Rooms kept; those that were silent longest go first. */
    static final int ROOMS = 100;

    /**
     * All of it, as it is handed over.
     *
     * @param rooms what was said, by room, oldest first; the room that was silent longest first
     */
    record Kept(Map<String, List<Message>> rooms) {}

    private final Map<String, Deque<Message>> rooms =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Message>> eldest) {
                    return size() > ROOMS;
                }
            };

    /** Keeps a message. */
    void add(Message message) {
        synchronized (rooms) {
            Deque<Message> room =
                    rooms.computeIfAbsent(message.room(), name -> new ArrayDeque<>(LENGTH));
            if (room.size() == LENGTH) {
                room.removeFirst();
            }
            room.addLast(message);
        }
    }

    /** A room's history, oldest first. */
    List<Message> of(String room) {
        synchronized (rooms) {
            Deque<Message> said = rooms.get(room);
            return said == null ? List.of() : List.copyOf(said);
        }
    }

    Kept keep() {
        synchronized (rooms) {
            Map<String, List<Message>> kept = new LinkedHashMap<>();
            rooms.forEach((room, said) -> kept.put(room, List.copyOf(said)));
            return new Kept(kept);
        }
    }

    void restore(Kept kept) {
        kept.rooms().values().forEach(said -> said.forEach(this::add));
    }
}

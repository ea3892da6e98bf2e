package io.fastsocket.transport.recovery;

import io.fastsocket.spi.cluster.MissedEvent;
import io.fastsocket.spi.cluster.RecoverySession;
import io.fastsocket.spi.cluster.RecoveryStore;
import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.Payload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Keeps events and sessions in memory, for one server. What is older than the time or beyond the
 * size is forgotten, the oldest first. Offsets count the events from a start of their own.
 */
public final class MemoryStore implements RecoveryStore {

    /** About what an event or a session takes beside its bytes. */
    private static final int OVERHEAD = 200;

    private record Event(long number, long time, Broadcast broadcast, int size) {}

    private record Kept(RecoverySession session, long time, int size) {}

    private final long keepNanos;
    private final long mostBytes;
    private final Deque<Event> events = new ArrayDeque<>();
    private final Map<String, Kept> sessions = new LinkedHashMap<>();
    private long newest;
    private long bytes;

    /**
     * An empty one.
     *
     * @param millis how long events and sessions are kept
     * @param mostBytes how much of them
     */
    public MemoryStore(long millis, long mostBytes) {
        keepNanos = TimeUnit.MILLISECONDS.toNanos(millis);
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized String append(Broadcast event) {
        int size = OVERHEAD + size(event.event());
        bytes += size;
        events.add(new Event(++newest, System.nanoTime(), event, size));
        forget();
        return Long.toString(newest, 36);
    }

    @Override
    public synchronized String position() {
        return Long.toString(newest, 36);
    }

    @Override
    public synchronized void keep(RecoverySession session) {
        drop(session.pid());
        int size = OVERHEAD * (1 + session.stays().size());
        for (Payload value : session.data().values()) {
            size += size(value);
        }
        bytes += size;
        sessions.put(session.pid(), new Kept(session, System.nanoTime(), size));
        forget();
    }

    @Override
    public synchronized Optional<RecoverySession> take(String namespace, String pid) {
        forget();
        Kept kept = sessions.get(pid);
        if (kept == null || !kept.session().namespace().equals(namespace)) {
            return Optional.empty();
        }
        drop(pid);
        return Optional.of(kept.session());
    }

    private void drop(String pid) {
        Kept kept = sessions.remove(pid);
        if (kept != null) {
            bytes -= kept.size();
        }
    }

    @Override
    public synchronized Optional<List<MissedEvent>> missed(RecoverySession session, String offset) {
        forget();
        long got = number(offset);
        long first = events.isEmpty() ? newest + 1 : events.peek().number();
        if (got < number(session.since()) || got > newest || got < first - 1) {
            return Optional.empty();
        }
        List<MissedEvent> missed = new ArrayList<>();
        for (Iterator<Event> newer = events.descendingIterator(); newer.hasNext(); ) {
            Event event = newer.next();
            if (event.number() <= got) {
                break;
            }
            if (isFor(session, event)) {
                String at = Long.toString(event.number(), 36);
                missed.add(new MissedEvent(at, event.broadcast().event()));
            }
        }
        return Optional.of(missed.reversed());
    }

    private static boolean isFor(RecoverySession session, Event event) {
        Broadcast broadcast = event.broadcast();
        return broadcast.namespace().equals(session.namespace())
                && (broadcast.rooms().isEmpty() || wasIn(session, broadcast.rooms(), event))
                && !wasIn(session, broadcast.except(), event);
    }

    private static boolean wasIn(RecoverySession session, Set<String> rooms, Event event) {
        return rooms.contains(session.id())
                || session.stays().stream()
                        .anyMatch(
                                stay ->
                                        rooms.contains(stay.room())
                                                && number(stay.from()) < event.number()
                                                && (stay.to() == null
                                                        || event.number() <= number(stay.to())));
    }

    /** What no offset of ours could be is before all of them. */
    private static long number(String offset) {
        try {
            return Long.parseLong(offset, 36);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int size(Payload payload) {
        int size = payload.length();
        for (byte[] attachment : payload.attachments()) {
            size += attachment.length;
        }
        return size;
    }

    private void forget() {
        long now = System.nanoTime();
        while (!events.isEmpty() && (tooOld(events.peek(), now) || bytes > mostBytes)) {
            bytes -= events.poll().size();
        }
        Iterator<Kept> oldest = sessions.values().iterator();
        while (oldest.hasNext()) {
            Kept kept = oldest.next();
            if (now - kept.time() <= keepNanos && bytes <= mostBytes) {
                break;
            }
            oldest.remove();
            bytes -= kept.size();
        }
    }

    private boolean tooOld(Event event, long now) {
        return now - event.time() > keepNanos;
    }
}

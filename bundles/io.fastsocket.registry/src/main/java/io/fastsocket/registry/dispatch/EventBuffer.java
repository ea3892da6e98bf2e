package io.fastsocket.registry.dispatch;

/**
 * Items of one socket in their order: one thread adds while another one takes, without locks. What
 * was added becomes visible by the queue's own counter, and only so many may be taken as it says.
 */
final class EventBuffer {

    private static final int FIRST = 4;
    private static final int LARGEST = 64;

    private Chunk tail = new Chunk(FIRST);
    private int end;
    private Chunk head = tail;
    private int start;
    private long time;

    private static final class Chunk {
        private final Object[] items;
        private final long[] times;
        private Chunk next;

        Chunk(int size) {
            items = new Object[size];
            times = new long[size];
        }
    }

    void add(Object item, long millis) {
        if (end == tail.items.length) {
            Chunk more = new Chunk(Math.min(LARGEST, 2 * end));
            tail.next = more;
            tail = more;
            end = 0;
        }
        tail.items[end] = item;
        tail.times[end++] = millis;
    }

    Object take() {
        if (start == head.items.length) {
            head = head.next;
            start = 0;
        }
        Object item = head.items[start];
        time = head.times[start];
        head.items[start++] = null;
        return item;
    }

    /** When the item last taken was added. */
    long time() {
        return time;
    }
}

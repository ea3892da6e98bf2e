package io.fastsocket.registry.binding;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Members that clients send for one parameter and that no type has, by type and name. */
public final class UnknownFields {

    /** Clients choose names: from so many on, others are not told apart. */
    private static final int MOST = 50;

    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    UnknownFields() {}

    static Object key() {
        return UnknownFields.class;
    }

    /** Counts one, such as {@code Order.note}. */
    void seen(String field) {
        LongAdder known = counts.get(field);
        if (known == null) {
            String key = counts.size() < MOST && field.length() < 200 ? field : "(others)";
            known = counts.computeIfAbsent(key, k -> new LongAdder());
        }
        known.increment();
    }

    /** How often each was sent. */
    public Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((field, count) -> sums.put(field, count.sum()));
        return sums;
    }
}

package io.fastsocket.examples.sensors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Sets that forget what came first once they are full, for {@code distinct} on endless streams. */
final class Recent {

    private Recent() {}

    static <T> Set<T> set(int most) {
        return Collections.newSetFromMap(
                new LinkedHashMap<T, Boolean>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                        return size() > most;
                    }
                });
    }
}

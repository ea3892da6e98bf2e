package io.fastsocket.registry.routing;

import io.fastsocket.spi.dispatch.InboundEvent;

import java.util.Arrays;
import java.util.Collection;

/** Finds routes by an event's name in UTF-8, without a string. Immutable. */
final class EventTable {

    private final Route[] slots;
    private final int mask;

    EventTable(Collection<Route> routes) {
        int size = Math.max(4, Integer.highestOneBit(routes.size() * 4));
        slots = new Route[size];
        mask = size - 1;
        for (Route route : routes) {
            byte[] key = route.method().key();
            int slot = hash(key, 0, key.length) & mask;
            while (slots[slot] != null) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = route;
        }
    }

    Route find(InboundEvent event) {
        byte[] name = event.name();
        int offset = event.nameOffset();
        int length = event.nameLength();
        int slot = hash(name, offset, length) & mask;
        for (Route route; (route = slots[slot]) != null; slot = (slot + 1) & mask) {
            byte[] key = route.method().key();
            if (Arrays.equals(key, 0, key.length, name, offset, offset + length)) {
                return route;
            }
        }
        return null;
    }

    private static int hash(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}

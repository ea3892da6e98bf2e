package io.fastsocket.asyncapi.live;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.transport.Payload;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * What is looked at in events that a plugin sends, by namespace and name. Usable from any thread.
 */
final class SentEvents {

    private final Map<String, Map<String, PayloadCheck>> fixed = new ConcurrentHashMap<>();
    private final List<Dynamic> dynamic = new CopyOnWriteArrayList<>();

    /** Looks at nothing. */
    private static final PayloadCheck ANYTHING =
            new PayloadCheck() {
                @Override
                public List<Detail> check(Payload arguments) {
                    return List.of();
                }

                @Override
                public long violations() {
                    return 0;
                }
            };

    /** Namespaces whose names have values in them. */
    private record Dynamic(String address, Pattern pattern, Map<String, PayloadCheck> events) {}

    /** Check may be null: the event is known, and anything goes. */
    void put(String address, String event, PayloadCheck check) {
        of(address).put(event, check == null ? ANYTHING : check);
    }

    private Map<String, PayloadCheck> of(String address) {
        if (address.indexOf('{') < 0) {
            return fixed.computeIfAbsent(address, a -> new ConcurrentHashMap<>());
        }
        for (Dynamic known : dynamic) {
            if (known.address().equals(address)) {
                return known.events();
            }
        }
        String regex = "\\Q" + address.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E";
        Dynamic more = new Dynamic(address, Pattern.compile(regex), new ConcurrentHashMap<>());
        dynamic.add(more);
        return more.events();
    }

    /** Null if nothing is known of the namespace. */
    private Map<String, PayloadCheck> events(String namespace) {
        Map<String, PayloadCheck> events = fixed.get(namespace);
        for (int i = 0; events == null && i < dynamic.size(); i++) {
            if (dynamic.get(i).pattern().matcher(namespace).matches()) {
                events = dynamic.get(i).events();
            }
        }
        return events;
    }

    /** Whether the event is known there. */
    boolean has(String namespace, String event) {
        Map<String, PayloadCheck> events = events(namespace);
        return events != null && events.containsKey(event);
    }

    PayloadCheck check(String namespace, String event) {
        Map<String, PayloadCheck> events = events(namespace);
        PayloadCheck check = events == null ? null : events.get(event);
        return ANYTHING.equals(check) ? null : check;
    }
}

package io.fastsocket.asyncapi.live;

import io.fastsocket.spi.contract.PayloadCheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is looked at in events that a plugin sends, by namespace and name. Filled, then read. */
final class SentEvents {

    private final Map<String, Map<String, PayloadCheck>> fixed = new HashMap<>();
    private final List<Dynamic> dynamic = new ArrayList<>();

    /** Namespaces whose names have values in them. */
    private record Dynamic(String address, Pattern pattern, Map<String, PayloadCheck> events) {}

    /** Check may be null: the event is known, and anything goes. */
    void put(String address, String event, PayloadCheck check) {
        of(address).put(event, check);
    }

    private Map<String, PayloadCheck> of(String address) {
        if (address.indexOf('{') < 0) {
            return fixed.computeIfAbsent(address, a -> new HashMap<>());
        }
        for (Dynamic known : dynamic) {
            if (known.address().equals(address)) {
                return known.events();
            }
        }
        String regex = "\\Q" + address.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E";
        Dynamic more = new Dynamic(address, Pattern.compile(regex), new HashMap<>());
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

    boolean has(String namespace, String event) {
        Map<String, PayloadCheck> events = events(namespace);
        return events != null && events.containsKey(event);
    }

    PayloadCheck check(String namespace, String event) {
        Map<String, PayloadCheck> events = events(namespace);
        return events == null ? null : events.get(event);
    }
}

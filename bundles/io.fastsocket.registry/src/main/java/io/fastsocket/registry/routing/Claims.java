package io.fastsocket.registry.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which event is whose: one event of a namespace has one handler. */
final class Claims {

    private final Map<String, EventMethod> holders = new HashMap<>();

    void claim(HandlerService service) {
        service.events().forEach(event -> holders.putIfAbsent(key(event), event));
    }

    List<String> conflicts(HandlerService service) {
        List<String> conflicts = new ArrayList<>();
        for (EventMethod event : service.events()) {
            EventMethod holder = holders.get(key(event));
            if (holder != null && holder.service() != service) {
                conflicts.add(sentence(event, holder));
            }
        }
        return conflicts;
    }

    private static String sentence(EventMethod event, EventMethod holder) {
        String plugin = holder.service().scope().origin().plugin();
        boolean own = plugin.equals(event.service().scope().origin().plugin());
        return event.method().name()
                + ": event \""
                + event.event()
                + "\" of namespace "
                + event.service().namespace()
                + " is handled by "
                + holder.method().name()
                + (own ? " of the same plugin already" : " of plugin " + plugin + " already")
                + "; one event has one handler, so choose another name or remove one"
                + (event.stream() ? ", or let the stream observe (observe = true)" : "");
    }

    private static String key(EventMethod event) {
        return event.service().namespace() + ' ' + event.event();
    }
}

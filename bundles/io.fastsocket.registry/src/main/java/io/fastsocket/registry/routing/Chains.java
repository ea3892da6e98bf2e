package io.fastsocket.registry.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which streams feed which others with what they send. They must not do so in a circle, as far as
 * they say what they send.
 */
final class Chains {

    private final List<Fed> streams = new ArrayList<>();

    void claim(HandlerService service) {
        streams.addAll(fed(service));
    }

    private static List<Fed> fed(HandlerService service) {
        return service.taps().stream()
                .filter(Tap::emitted)
                .map(tap -> new Fed(service, tap))
                .toList();
    }

    /** The circles that a service would close, each in one sentence. */
    List<String> circles(HandlerService service) {
        List<Fed> own = fed(service);
        List<Fed> all = new ArrayList<>(streams);
        all.addAll(own);
        List<String> circles = new ArrayList<>();
        Set<Fed> told = new HashSet<>();
        for (Fed first : own) {
            List<Fed> circle = new ArrayList<>();
            if (!told.contains(first) && returns(first, first, all, new HashSet<>(), circle)) {
                told.addAll(circle);
                circles.add(sentence(circle));
            }
        }
        return circles;
    }

    /** Whether what a stream sends comes back to the first one; the way is added, in order. */
    private static boolean returns(
            Fed stream, Fed first, List<Fed> all, Set<Fed> seen, List<Fed> way) {
        seen.add(stream);
        way.add(stream);
        if (feeds(stream, first)) {
            return true;
        }
        for (Fed next : all) {
            if (!seen.contains(next)
                    && feeds(stream, next)
                    && returns(next, first, all, seen, way)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }

    private static boolean feeds(Fed from, Fed to) {
        return from.service().namespace().equals(to.service().namespace())
                && from.tap().stream().emits().contains(to.tap().event());
    }

    private static String sentence(List<Fed> circle) {
        Fed first = circle.getFirst();
        String plugin = plugin(first);
        StringBuilder way = new StringBuilder();
        for (Fed stream : circle) {
            way.append('"').append(stream.tap().event()).append("\" -> ");
            way.append(stream.tap().stream().name());
            if (!plugin(stream).equals(plugin)) {
                way.append(" of plugin ").append(plugin(stream));
            }
            way.append(" -> ");
        }
        return first.tap().stream().name()
                + ": streams of namespace "
                + first.service().namespace()
                + " would feed each other in a circle, "
                + way
                + '"'
                + first.tap().event()
                + "\"; have one of them emit an event of another name";
    }

    private static String plugin(Fed stream) {
        return stream.service().scope().origin().plugin();
    }
}

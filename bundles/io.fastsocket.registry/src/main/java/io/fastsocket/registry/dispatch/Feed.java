package io.fastsocket.registry.dispatch;

import io.fastsocket.api.EventException;
import io.fastsocket.registry.binding.Problems;
import io.fastsocket.registry.binding.Splitter;
import io.fastsocket.registry.binding.Target;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.Fed;
import io.fastsocket.registry.routing.Parameter;
import io.fastsocket.registry.routing.Routes;
import io.fastsocket.registry.sockets.Contracted;
import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.registry.sockets.Outgoing;
import io.fastsocket.registry.streams.Hops;
import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Brings what plugins send into the streams that take it. */
public final class Feed implements Outgoing.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Routes routes;

    /**
     * For all plugins.
     *
     * @param routes who takes what
     */
    public Feed(Routes routes) {
        this.routes = routes;
    }

    /** Never throws, and never waits. */
    @Override
    public void sent(String namespace, String event, Payload payload) {
        List<Fed> streams = routes.table().fed(namespace, event);
        if (streams.isEmpty()) {
            return;
        }
        Payload arguments = Contracted.arguments(payload);
        int hops = Hops.next();
        for (Fed stream : streams) {
            Gate gate = stream.service().gate();
            if (gate.enter()) {
                try {
                    bring(stream, arguments, hops);
                } finally {
                    gate.leave();
                }
            }
        }
    }

    private static void bring(Fed stream, Payload arguments, int hops) {
        try {
            Object element = element(stream, arguments);
            if (Target.unbound(element)) {
                stream.tap().sink().unfit();
            } else {
                stream.tap().sink().accept(element, hops);
            }
        } catch (EventException e) {
            // It has ended by itself, as the list of streams says.
            return;
        } catch (Throwable e) {
            LogContext.about(
                    stream.service().scope().origin().plugin(),
                    stream.service().namespace(),
                    null,
                    stream.tap().event(),
                    () ->
                            LOG.error(
                                    "{} could not be given an event",
                                    stream.tap().method().name(),
                                    e));
        }
    }

    /** The first argument as the stream's type; unbound if it does not fit. */
    private static Object element(Fed stream, Payload arguments) {
        Parameter parameter = stream.tap().method().parameters().getFirst();
        Target target = parameter.target();
        Splitter values = new Splitter(arguments);
        if (values.count() == 0) {
            return target != null && target.optional() ? target.missing() : Target.UNBOUND;
        }
        int start = values.start(0);
        int length = values.length(0);
        if (target == null) {
            return stream.service().scope().codec().raw(arguments, start, length);
        }
        Problems problems = new Problems();
        Object element =
                target.bind(arguments.bytes(), start, length, arguments.attachments(), problems);
        return problems.isEmpty() ? element : Target.UNBOUND;
    }
}

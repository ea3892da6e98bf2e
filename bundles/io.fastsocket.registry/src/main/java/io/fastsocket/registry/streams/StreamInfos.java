package io.fastsocket.registry.streams;

import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.observe.StreamState;

import java.util.Locale;

/** Describes streams for people. */
final class StreamInfos {

    private StreamInfos() {}

    static StreamInfo of(StreamRun run, StreamInfo.Subscribers subscribers) {
        StreamMethod method = run.method();
        Origin origin = method.scope().origin();
        Throwable error = run.lastError();
        return new StreamInfo(
                method.namespace(),
                method.event(),
                method.name(),
                origin.plugin(),
                origin.version(),
                method.options().observe(),
                method.emitted(),
                run.state(),
                run.figures().elements(),
                buffer(run),
                run.restarts(),
                error == null ? "" : error.toString(),
                method.emits(),
                subscribers);
    }

    private static StreamInfo.Buffer buffer(StreamRun run) {
        ElementQueue queue = run.intake().queue();
        return new StreamInfo.Buffer(
                run.state() == StreamState.ENDED ? 0 : queue.size(),
                queue.capacity(),
                run.method().options().overflow().name().toLowerCase(Locale.ROOT),
                queue.dropped());
    }
}

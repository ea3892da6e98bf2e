package io.fastsocket.registry.streams;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** What the log says about a stream, as its plugin. */
final class StreamLog {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLog.class);

    private final StreamMethod method;

    StreamLog(StreamMethod method) {
        this.method = method;
    }

    void failed(Duration pause, Throwable error) {
        method.about(
                () ->
                        LOG.error(
                                "The stream {} has failed; it begins anew in {} ms",
                                method.name(),
                                pause.toMillis(),
                                error));
    }

    void failedAtTheEnd(Throwable error) {
        method.about(
                () -> LOG.error("The stream {} has failed while it ended", method.name(), error));
    }

    void ended() {
        method.about(
                () ->
                        LOG.info(
                                "The stream {} has ended by itself; it takes no more elements",
                                method.name()));
    }

    void cut(Duration limit) {
        method.about(
                () ->
                        LOG.warn(
                                "The stream {} was completed and has not ended within {} ms; it"
                                        + " is cut off",
                                method.name(),
                                limit.toMillis()));
    }

    void lost(int elements) {
        String what = elements == 1 ? "an element" : elements + " elements";
        method.about(() -> LOG.warn("The stream {} has lost {}", method.name(), what));
    }
}

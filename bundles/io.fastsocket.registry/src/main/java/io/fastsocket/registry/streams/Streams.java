package io.fastsocket.registry.streams;

import io.fastsocket.spi.observe.StreamInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The streams of one component, each time it is in service. */
public final class Streams {

    private final List<StreamRun> runs = new ArrayList<>();
    private RevisionSchedulers schedulers;

    /** None yet. */
    public Streams() {}

    /**
     * Adds one, before the component is in service.
     *
     * @param method what takes it
     * @return its number
     */
    public int add(StreamMethod method) {
        if (schedulers == null) {
            schedulers = RevisionSchedulers.of(method.scope());
        }
        runs.add(new StreamRun(method, schedulers));
        return runs.size() - 1;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The same, for the next time in service. */
    public Streams again() {
        Streams next = new Streams();
        runs.forEach(run -> next.add(run.method()));
        return next;
    }

    /**
     * The component is in service; again without effect.
     *
     * @param streaming what streams share
     */
    public void start(Streaming streaming) {
        runs.forEach(run -> run.start(streaming));
    }

    /**
     * The component is out of service, and the last of its calls has ended: streams are completed.
     *
     * @return completes when all of them have ended
     */
    public CompletableFuture<Void> end() {
        return CompletableFuture.allOf(
                runs.stream().map(StreamRun::end).toArray(CompletableFuture<?>[]::new));
    }

    StreamRun run(int number) {
        return runs.get(number);
    }

    /**
     * An event did not fit one that observes.
     *
     * @param number of that one
     */
    public void unfit(int number) {
        runs.get(number).figures().unfit();
    }

    /**
     * What they are doing.
     *
     * @param subscribers who has subscribed to events of these names
     */
    public List<StreamInfo> infos(Function<List<String>, StreamInfo.Subscribers> subscribers) {
        return runs.stream()
                .map(run -> StreamInfos.of(run, subscribers.apply(run.method().emits())))
                .toList();
    }
}

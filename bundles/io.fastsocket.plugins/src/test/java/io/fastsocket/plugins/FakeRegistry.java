package io.fastsocket.plugins;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.dispatch.EventFigures;
import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.transport.Payload;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A registry that binds handlers as the real one does, remembers what it was asked, and answers
 * with what the committed handler of a plugin says.
 */
final class FakeRegistry implements HandlerRegistry {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final Map<String, String> problems = new ConcurrentHashMap<>();

    /** What plugins promise, by name and version, and what a promise means after another. */
    final Map<String, String> contracts = new ConcurrentHashMap<>();

    final Map<String, List<Change>> changes = new ConcurrentHashMap<>();

    /** How plugins do, by name and version. */
    final Map<String, Map<String, EventFigures>> figures = new ConcurrentHashMap<>();

    /** JSON that plugins hand over, by name; or "fails" or "hangs". */
    final Map<String, String> states = new ConcurrentHashMap<>();

    final Map<String, CompletableFuture<Void>> inFlight = new ConcurrentHashMap<>();

    /** What is cut off if a revision is not ended in time, by its name and version. */
    final Map<String, Map<String, Integer>> cut = new ConcurrentHashMap<>();

    private final Map<String, FakeRevision> triedOut = new ConcurrentHashMap<>();

    private final Map<String, FakeRevision> inService = new ConcurrentHashMap<>();
    private final Map<Bundle, FakeRevision> revisions = new ConcurrentHashMap<>();
    private final Set<ServiceReference<EventHandlers>> notMade = ConcurrentHashMap.newKeySet();
    private final ServiceTracker<EventHandlers, EventHandlers> tracker;

    FakeRegistry(BundleContext context) {
        tracker =
                new ServiceTracker<>(context, EventHandlers.class, null) {
                    @Override
                    public EventHandlers addingService(ServiceReference<EventHandlers> reference) {
                        EventHandlers made = super.addingService(reference);
                        if (made == null) {
                            notMade.add(reference);
                        }
                        return made;
                    }
                };
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /** What a plugin answers now; null if it is not in service. */
    String answer(String plugin) {
        FakeRevision revision = inService.get(plugin);
        return revision == null ? null : revision.answer();
    }

    /** What a plugin answers to the connections on which it tries something out; null for none. */
    String tried(String plugin) {
        FakeRevision revision = triedOut.get(plugin);
        return revision == null ? null : revision.answer();
    }

    @Override
    public HandlerRevision revision(Bundle bundle) {
        return revisions.computeIfAbsent(bundle, FakeRevision::new);
    }

    private final class FakeRevision implements HandlerRevision {

        private final Bundle bundle;
        private final String label;

        FakeRevision(Bundle bundle) {
            this.bundle = bundle;
            this.label = bundle.getSymbolicName() + " " + bundle.getVersion();
        }

        private String answer() {
            return services().stream()
                    .map(tracker::getService)
                    .map(String::valueOf)
                    .findFirst()
                    .orElse("parked");
        }

        private List<ServiceReference<EventHandlers>> services() {
            List<ServiceReference<EventHandlers>> own = new ArrayList<>();
            ServiceReference<EventHandlers>[] all = tracker.getServiceReferences();
            if (all != null) {
                for (ServiceReference<EventHandlers> reference : all) {
                    if (bundle.equals(reference.getBundle())) {
                        own.add(reference);
                    }
                }
            }
            return own;
        }

        @Override
        public List<String> components() {
            return services().stream()
                    .map(reference -> (String) reference.getProperty("component.name"))
                    .toList();
        }

        @Override
        public List<String> problems(HandlerRevision replaced) {
            if (notMade.stream().anyMatch(reference -> bundle.equals(reference.getBundle()))) {
                return List.of("a handler could not be made");
            }
            return problems.containsKey(label) ? List.of(problems.get(label)) : List.of();
        }

        @Override
        public CompletionStage<Void> commit(HandlerRevision replaced) {
            calls.add("commit " + label + (replaced == null ? "" : " for " + replaced));
            inService.put(bundle.getSymbolicName(), this);
            triedOut.remove(bundle.getSymbolicName());
            return replaced == null
                    ? CompletableFuture.completedFuture(null)
                    : inFlight.getOrDefault(
                            replaced.toString(), CompletableFuture.completedFuture(null));
        }

        @Override
        public void tryOut(HandlerRevision beside, int share) {
            calls.add("tryOut " + label + " beside " + beside + " " + share);
            triedOut.put(bundle.getSymbolicName(), this);
        }

        @Override
        public Map<String, Integer> cutOff() {
            calls.add("cutOff " + label);
            CompletableFuture<Void> ended = inFlight.get(label);
            if (ended != null) {
                ended.complete(null);
            }
            return cut.getOrDefault(label, Map.of());
        }

        @Override
        public CompletionStage<Void> close() {
            calls.add("close " + label);
            inService.remove(bundle.getSymbolicName(), this);
            triedOut.remove(bundle.getSymbolicName(), this);
            revisions.remove(bundle);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> park() {
            calls.add("park " + label);
            return inFlight.getOrDefault(label, CompletableFuture.completedFuture(null));
        }

        @Override
        public String promise() {
            return contracts.getOrDefault(label, "");
        }

        @Override
        public List<Change> changes(String old) {
            return changes.getOrDefault(old + " -> " + promise(), List.of());
        }

        @Override
        public int recentSockets(List<Change> used) {
            return 7;
        }

        @Override
        public Map<String, EventFigures> figures(Map<String, Duration> slow) {
            return figures.getOrDefault(label, Map.of());
        }

        @Override
        public boolean hasState() {
            return states.containsKey(bundle.getSymbolicName());
        }

        @Override
        public Map<String, Payload> handOver() {
            calls.add("handOver " + label);
            return Map.of("state", Payload.of(told(states, bundle.getSymbolicName())));
        }

        @Override
        public void takeOver(Map<String, Payload> given) {
            calls.add("takeOver " + label + " " + given.get("state"));
            told(problems, "takeOver " + label);
        }

        private String told(Map<String, String> all, String key) {
            String told = all.getOrDefault(key, "");
            if (told.startsWith("fails")) {
                throw new IllegalStateException(told);
            }
            if (told.startsWith("hangs")) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    calls.add("interrupted " + label);
                }
            }
            return told;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}

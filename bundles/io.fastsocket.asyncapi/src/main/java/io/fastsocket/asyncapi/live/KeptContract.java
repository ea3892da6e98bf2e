package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.drift.DriftLog;
import io.fastsocket.asyncapi.enforce.Enforcement;
import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.contract.RevisionContract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contract of one revision. Holds nothing of the plugin's own classes. */
final class KeptContract implements RevisionContract {

    private final String plugin;
    private final Said said;
    private final List<String> problems;
    private final Map<String, Part> parts = new HashMap<>();
    private final Enforcement enforcement;
    private final SentEvents sent = new SentEvents();
    private final DriftLog drift = new DriftLog();

    /**
     * A contract.
     *
     * @param plugin symbolic name of the bundle
     * @param version of the bundle
     * @param files what it brings
     * @param modes say what is done about what the contract does not allow
     */
    KeptContract(String plugin, String version, PluginFiles files, LiveModes modes) {
        this.plugin = plugin;
        this.said = files.said();
        this.problems = files.problems();
        if (said == null) {
            enforcement = null;
            return;
        }
        enforcement = new Enforcement(plugin, version, said.schemas(), modes);
        for (Part part : said.parts()) {
            parts.put(part.key(), part);
            if (part.action().equals(Part.SEND)) {
                JsonNode payload = part.message().path("payload");
                PayloadCheck check = enforcement.sent(part.address(), part.event(), payload);
                sent.put(part.address(), part.event(), check);
            }
        }
    }

    /** What the plugin's own document says; null if it has none. */
    Said said() {
        return said;
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public List<String> conflicts(RevisionContract other) {
        List<String> conflicts = new ArrayList<>();
        if (!(other instanceof KeptContract theirs) || said == null || theirs.said == null) {
            return conflicts;
        }
        parts.forEach(
                (key, part) -> {
                    Part same = theirs.parts.get(key);
                    if (same != null && !sameIn(theirs, part, same)) {
                        conflicts.add(
                                "event \"%s\" of namespace %s, which the server %ss, is another one in the contract of plugin %s than in that of %s; let both say the same, or choose another name"
                                        .formatted(
                                                part.event(),
                                                part.address(),
                                                part.action(),
                                                theirs.plugin,
                                                plugin));
                    }
                });
        return conflicts;
    }

    private boolean sameIn(KeptContract theirs, Part mine, Part other) {
        Sameness sameness = new Sameness(said.schemas(), theirs.said.schemas());
        return sameness.of(mine.message().path("payload"), other.message().path("payload"))
                && sameness.of(mine.replies(), other.replies());
    }

    /** What goes on that the contract does not name. */
    DriftLog drift() {
        return drift;
    }

    @Override
    public void declares(EmittedEvent event) {
        if (said == null) {
            sent.put(event.namespace(), event.event(), null);
        }
    }

    @Override
    public PayloadCheck received(HandledEvent event) {
        if (said == null) {
            return null;
        }
        Part part = received(event.namespace(), event.event());
        return part == null
                ? drift.of("received", event.namespace(), event.event())
                : enforcement.received(event, part.message().path("payload"));
    }

    @Override
    public PayloadCheck answered(HandledEvent event) {
        Part part = received(event.namespace(), event.event());
        if (part == null || part.replies() == null) {
            return null;
        }
        List<JsonNode> payloads =
                part.replies().stream().map(reply -> reply.path("payload")).toList();
        return enforcement.answered(event, payloads);
    }

    private Part received(String namespace, String event) {
        return parts.get(Part.key(Part.RECEIVE, namespace, event));
    }

    @Override
    public PayloadCheck sent(String namespace, String event) {
        return sent.has(namespace, event)
                ? sent.check(namespace, event)
                : drift.of("sent", namespace, event);
    }

    @Override
    public void close() {
        // What there is goes with this object.
    }
}

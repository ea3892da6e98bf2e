package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.drift.DriftLog;
import io.fastsocket.asyncapi.enforce.Enforcement;
import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.contract.RevisionContract;

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
    private final Declared declared = new Declared();
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
        return other instanceof KeptContract theirs ? new Conflicts(this, theirs).all() : List.of();
    }

    String plugin() {
        return plugin;
    }

    /** What its own document says, by {@link Part#key}. */
    Map<String, Part> parts() {
        return parts;
    }

    /** What its code says that it sends, if it has no document. */
    Declared declared() {
        return declared;
    }

    /** What goes on that the contract does not name. */
    DriftLog drift() {
        return drift;
    }

    @Override
    public void declares(EmittedEvent event) {
        if (said == null) {
            sent.put(event.namespace(), event.event(), null);
            declared.add(event);
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

package io.fastsocket.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.StreamInfo;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;

/** Writes a snapshot as JSON: times as ISO 8601 in UTC, and null for what is not running. */
final class StatusJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double NANOS_PER_MILLI = 1e6;

    private final JsonGenerator json;

    private StatusJson(JsonGenerator json) {
        this.json = json;
    }

    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    static String of(Snapshot snapshot) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            new StatusJson(generator).snapshot(snapshot);
        }
        return text.toString();
    }

    private void snapshot(Snapshot snapshot) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", snapshot.version());
        json.writeStringField("started", snapshot.started().toString());
        json.writeNumberField("uptimeSeconds", snapshot.uptime().toSeconds());
        socketIo(snapshot.address().orElse(null));
        json.writeNumberField("connections", snapshot.connections());
        array("namespaces", snapshot.namespaces(), this::namespace);
        array("plugins", snapshot.plugins().orElse(null), this::plugin);
        array("events", snapshot.events().orElse(null), this::event);
        array("streams", snapshot.streams().orElse(null), this::stream);
        array("limits", snapshot.limits().orElse(null), this::limit);
        array("pages", snapshot.pages(), this::page);
        json.writeEndObject();
    }

    private <T> void array(String name, Collection<T> values, Writer<T> writer) throws IOException {
        if (values == null) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            writer.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void socketIo(SocketIoAddress address) throws IOException {
        if (address == null) {
            json.writeNullField("socketIo");
            return;
        }
        json.writeObjectFieldStart("socketIo");
        json.writeStringField("url", address.url());
        json.writeStringField("path", address.path());
        json.writeEndObject();
    }

    private void namespace(NamespaceCount namespace) throws IOException {
        json.writeStringField("name", namespace.name());
        json.writeNumberField("sockets", namespace.sockets());
        if (namespace.newest().isPresent()) {
            json.writeObjectFieldStart("newest");
            json.writeStringField("transport", namespace.newest().get().transport());
            json.writeStringField("since", namespace.newest().get().since().toString());
            json.writeEndObject();
        }
    }

    private void plugin(PluginInfo plugin) throws IOException {
        json.writeStringField("name", plugin.name());
        json.writeStringField("version", plugin.version());
        json.writeStringField("state", plugin.state().toString());
        json.writeStringField("reason", plugin.reason());
        json.writeStringField("file", plugin.file());
        json.writeStringField("since", plugin.since().toString());
    }

    private void event(EventInfo event) throws IOException {
        json.writeStringField("namespace", event.namespace());
        json.writeStringField("event", event.event());
        json.writeStringField("handler", event.handler());
        json.writeStringField("plugin", event.plugin());
        json.writeStringField("version", event.version());
        json.writeStringField("state", event.state().toString());
        json.writeNumberField("calls", event.calls());
        json.writeNumberField("errors", event.errors());
        json.writeNumberField("violations", event.violations());
        json.writeNumberField("p99Millis", event.p99().toNanos() / NANOS_PER_MILLI);
    }

    private void stream(StreamInfo stream) throws IOException {
        json.writeStringField("namespace", stream.namespace());
        json.writeStringField("event", stream.event());
        json.writeStringField("stream", stream.stream());
        json.writeStringField("plugin", stream.plugin());
        json.writeStringField("version", stream.version());
        json.writeStringField("state", stream.state().toString());
        json.writeNumberField("in", stream.elements().received());
        json.writeNumberField("inPerSecond", stream.elements().receivedPerSecond());
        json.writeNumberField("out", stream.elements().emitted());
        json.writeNumberField("outPerSecond", stream.elements().emittedPerSecond());
        json.writeNumberField("notSent", stream.elements().failed());
        json.writeNumberField("unfit", stream.elements().unfit());
        json.writeNumberField("looping", stream.elements().looping());
        json.writeNumberField("waiting", stream.buffer().waiting());
        json.writeNumberField("buffer", stream.buffer().capacity());
        json.writeNumberField("dropped", stream.buffer().dropped());
        json.writeNumberField("restarts", stream.restarts());
        StreamInfo.Subscribers all = stream.subscribers();
        json.writeNumberField("subscribers", all.count());
        json.writeNumberField("demand", all.credits());
        json.writeNumberField("subscribersWaiting", all.waiting());
        json.writeNumberField("sentToSubscribers", all.sent());
        json.writeNumberField("droppedForSubscribers", all.dropped());
    }

    private void limit(LimitInfo limit) throws IOException {
        json.writeStringField("name", limit.name());
        json.writeNumberField("limit", limit.limit());
        if (limit.used() >= 0) {
            json.writeNumberField("used", limit.used());
        }
        json.writeNumberField("exceeded", limit.exceeded());
    }

    private void page(PageLink page) throws IOException {
        json.writeStringField("title", page.title());
        json.writeStringField("path", page.path());
    }
}

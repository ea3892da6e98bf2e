package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fastsocket.spi.contract.LiveContract;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.contract.ServedPlugins;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Merges the contracts of what is in service. Made anew when that has changed; what is kept is text
 * alone.
 */
@Component
public final class LiveContracts implements LiveContract {

    static final ObjectMapper JSON = new JsonMapper();
    static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build();

    private final ServedPlugins plugins;
    private final String version;
    private volatile SocketTransport transport;
    private volatile Written written;

    /** A document, and of what it is one. */
    private record Written(long changes, ObjectNode server, String yaml, String json) {}

    /**
     * Started by DS.
     *
     * @param context knows the server's version
     * @param plugins those in service
     */
    @Activate
    public LiveContracts(BundleContext context, @Reference ServedPlugins plugins) {
        this(Objects.requireNonNullElse(context.getProperty("fastsocket.version"), ""), plugins);
    }

    LiveContracts(String version, ServedPlugins plugins) {
        this.version = version;
        this.plugins = plugins;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unsetTransport")
    void setTransport(SocketTransport now) {
        transport = now;
    }

    void unsetTransport(SocketTransport gone) {
        if (gone.equals(transport)) {
            transport = null;
        }
    }

    @Override
    public String document(Form form) {
        long changes = plugins.changes();
        ObjectNode server = server();
        Written last = written;
        if (last == null || last.changes() != changes || !Objects.equals(last.server(), server)) {
            last = write(changes, server);
            written = last;
        }
        return form == Form.YAML ? last.yaml() : last.json();
    }

    private Written write(long changes, ObjectNode server) {
        ObjectNode root = merged(server);
        try {
            return new Written(
                    changes,
                    server,
                    YAML.writeValueAsString(root),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private ObjectNode merged(ObjectNode server) {
        MergedDocument document = new MergedDocument(version, server);
        List<ServedPlugin> own =
                plugins.plugins().stream()
                        .sorted(
                                Comparator.comparing((ServedPlugin p) -> said(p) == null)
                                        .thenComparing(ServedPlugin::plugin))
                        .toList();
        for (ServedPlugin plugin : own) {
            Said said = said(plugin);
            document.add(
                    plugin.plugin(),
                    plugin.version(),
                    said == null ? DerivedContract.of(plugin) : said);
        }
        return document.root();
    }

    /** What its own document says; null without one. */
    private static Said said(ServedPlugin plugin) {
        return plugin.contract() instanceof KeptContract kept ? kept.said() : null;
    }

    /** Null if no port is open. */
    private ObjectNode server() {
        SocketTransport now = transport;
        if (now == null) {
            return null;
        }
        InetSocketAddress address = now.address();
        boolean anywhere = address.getAddress() == null || address.getAddress().isAnyLocalAddress();
        String host = anywhere ? "localhost" : address.getHostString();
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "host",
                        (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort())
                .put("pathname", now.path().replaceFirst("/$", ""))
                .put("protocol", now.secure() ? "wss" : "ws");
    }
}

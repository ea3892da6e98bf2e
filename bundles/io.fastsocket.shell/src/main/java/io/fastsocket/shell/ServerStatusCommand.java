package io.fastsocket.shell;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.transport.SocketTransport;

import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code server:status}. Usable from any thread. */
@Component(
        service = ServerStatusCommand.class,
        property = {"osgi.command.scope=server", "osgi.command.function=status"})
public final class ServerStatusCommand {

    private static final String NOT_RUNNING = "not running";

    private final BundleContext context;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SocketTransport transport;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PluginCatalog plugins;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventCatalog events;

    /**
     * Started by DS.
     *
     * @param context asked for version and home
     */
    @Activate
    public ServerStatusCommand(BundleContext context) {
        this.context = context;
    }

    /**
     * The server in a few lines.
     *
     * @return lines of a name and a value
     */
    @Descriptor("the server in a few lines")
    public String status() {
        ProcessHandle process = ProcessHandle.current();
        Sheet sheet = new Sheet();
        sheet.line("version", property("fastsocket.version"));
        sheet.line("socket.io", describe(transport));
        sheet.line("plugins", describe(plugins));
        sheet.line("events", describe(events));
        sheet.line("uptime", process.info().startInstant().map(Ago::since).orElse(""));
        sheet.line("process", process.pid() + ", Java " + Runtime.version().feature());
        sheet.line("home", property("fastsocket.home"));
        return sheet.toString();
    }

    private String property(String key) {
        return Objects.requireNonNullElse(context.getProperty(key), "");
    }

    private static String describe(SocketTransport transport) {
        if (transport == null) {
            return NOT_RUNNING;
        }
        InetSocketAddress address = transport.address();
        String host = address.getAddress().getHostAddress();
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        String url = "http://" + name + ":" + address.getPort();
        return url + ", " + count(transport.connections(), "connection");
    }

    private static String describe(PluginCatalog catalog) {
        if (catalog == null) {
            return NOT_RUNNING;
        }
        Map<PluginState, Long> states =
                catalog.plugins().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PluginInfo::state,
                                        () -> new EnumMap<>(PluginState.class),
                                        Collectors.counting()));
        String text =
                states.entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .collect(Collectors.joining(", "));
        String settled = catalog.settled() ? "" : " (start-up still going on)";
        return (text.isEmpty() ? "none" : text) + settled;
    }

    private static String describe(EventCatalog catalog) {
        if (catalog == null) {
            return NOT_RUNNING;
        }
        List<EventInfo> events = catalog.events();
        long namespaces = events.stream().map(EventInfo::namespace).distinct().count();
        long calls = events.stream().mapToLong(EventInfo::calls).sum();
        return events.isEmpty()
                ? "none"
                : events.size()
                        + " in "
                        + count(namespaces, "namespace")
                        + ", "
                        + calls
                        + " handled";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

package io.fastsocket.shell;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;

import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.util.List;

/** {@code event:list}. Usable from any thread. */
@Component(
        service = EventListCommand.class,
        property = {"osgi.command.scope=event", "osgi.command.function=list"})
public final class EventListCommand {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventCatalog catalog;

    /**
     * The events handled, and by whom.
     *
     * @return a table
     */
    @Descriptor("the events handled, and by whom")
    public String list() {
        EventCatalog catalog = this.catalog;
        if (catalog == null) {
            return "The registry is not running. To start it: bundle:start registry";
        }
        List<EventInfo> events = catalog.events();
        if (events.isEmpty()) {
            return "No event is handled. Handlers come with plugins: plugin:list";
        }
        Table table =
                new Table("NAMESPACE", "EVENT", "HANDLER", "PLUGIN", "CALLS", "ERRORS", "STATE");
        for (EventInfo event : events) {
            table.row(
                    event.namespace(),
                    event.event(),
                    event.handler(),
                    event.plugin() + " " + event.version(),
                    event.calls(),
                    event.errors(),
                    event.parked() ? "parked" : "active");
        }
        return table.toString();
    }
}

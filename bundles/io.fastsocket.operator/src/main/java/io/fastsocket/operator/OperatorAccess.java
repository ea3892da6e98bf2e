package io.fastsocket.operator;

import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.dispatch.HandlerRevision;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Consumer;

/**
 * Opens the operators' namespace when there is a token, and closes it when there is none. The
 * handlers are components that are enabled here; the bundle's revision is committed and closed here
 * too, since events of a service that only goes away would wait for it.
 */
@Component(
        name = "io.fastsocket.operator",
        service = OperatorAccess.class,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OperatorConfiguration.class)
public final class OperatorAccess {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorAccess.class);

    private final ComponentContext context;
    private final HandlerRegistry registry;
    private volatile Settings settings = Settings.OFF;
    private volatile Consumer<Settings> listener = now -> {};

    /**
     * Started by DS.
     *
     * @param context enables the handlers
     * @param registry where they come into service
     * @param configuration the settings
     */
    @Activate
    public OperatorAccess(
            ComponentContext context,
            @Reference HandlerRegistry registry,
            OperatorConfiguration configuration) {
        this.context = context;
        this.registry = registry;
        modified(configuration);
    }

    @Modified
    void modified(OperatorConfiguration configuration) {
        Settings before = settings;
        try {
            settings =
                    Settings.of(
                            configuration.token(),
                            configuration::interval,
                            configuration::attempts,
                            before);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the values before stay in force", e.getMessage());
            return;
        }
        if (settings.on() && !before.on()) {
            revision().commit(null);
            context.enableComponent(Operators.NAME);
            context.enableComponent(PluginNews.NAME);
            LOG.info("Operators are let in to {}", HandlerRegistry.OPERATOR_NAMESPACE);
        } else if (before.on() && !settings.on()) {
            revision().close();
            context.disableComponent(PluginNews.NAME);
            context.disableComponent(Operators.NAME);
            LOG.info("Operators are not let in any more");
        }
        listener.accept(settings);
    }

    /** The handlers refer to this, and go with it. */
    @Deactivate
    void deactivate() {
        settings = Settings.OFF;
        revision().close();
    }

    private HandlerRevision revision() {
        return registry.revision(context.getBundleContext().getBundle());
    }

    /** The settings in force. */
    Settings settings() {
        return settings;
    }

    /** Tells of changes, after they are in force; there is one listener. */
    void listener(Consumer<Settings> to) {
        listener = to;
    }
}

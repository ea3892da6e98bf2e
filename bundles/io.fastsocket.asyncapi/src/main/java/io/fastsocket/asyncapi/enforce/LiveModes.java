package io.fastsocket.asyncapi.enforce;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modes in force. */
@Component(name = "io.fastsocket.asyncapi", service = LiveModes.class)
@Designate(ocd = AsyncapiConfiguration.class)
public final class LiveModes {

    private static final Logger LOG = LoggerFactory.getLogger(LiveModes.class);

    private volatile Modes modes;

    /**
     * Started by DS.
     *
     * @param configuration the settings
     * @throws IllegalArgumentException if one is not allowed
     */
    @Activate
    public LiveModes(AsyncapiConfiguration configuration) {
        modes = read(configuration);
    }

    private static Modes read(AsyncapiConfiguration from) {
        return Modes.of(from.inbound(), from.outbound(), from.plugins());
    }

    private LiveModes(Modes modes) {
        this.modes = modes;
    }

    /** The defaults, without a configuration. */
    public static LiveModes defaults() {
        return new LiveModes(Modes.DEFAULTS);
    }

    @Modified
    void modified(AsyncapiConfiguration configuration) {
        try {
            modes = read(configuration);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the values before stay in force", e.getMessage());
        }
    }

    void set(Modes now) {
        modes = now;
    }

    /** For a plugin. */
    Modes.Pair of(String plugin) {
        return modes.of(plugin);
    }
}

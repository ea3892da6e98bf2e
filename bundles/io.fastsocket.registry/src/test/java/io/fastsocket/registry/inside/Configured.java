package io.fastsocket.registry.inside;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnEvent;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A component as plugins have them; editing its configuration makes it anew. */
@Component(name = Configured.PID)
@Namespace("/component")
public final class Configured implements EventHandlers {

    static final String PID = "io.fastsocket.registry.inside.configured";

    @interface Config {

        String word() default "default";
    }

    private final String word;

    /** Made by Declarative Services. */
    @Activate
    public Configured(Config config) {
        word = config.word();
    }

    @OnEvent("word")
    String word() {
        return word;
    }
}

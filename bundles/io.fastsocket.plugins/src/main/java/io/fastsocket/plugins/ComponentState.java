package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Asks Declarative Services how the handler components of a bundle are. */
final class ComponentState {

    private static final String HANDLERS = "io.fastsocket.api.EventHandlers";

    /** What became of a bundle's handler components; of several, the worst. */
    enum Kind {
        /** All are instantiated and known to the registry. */
        READY,
        /** One is about to be. */
        PENDING,
        /** One lacks something. */
        WAITING,
        /** One could not be instantiated. */
        FAILED
    }

    /**
     * An answer.
     *
     * @param kind which
     * @param reason one sentence; empty if ready
     */
    record Answer(Kind kind, String reason) {

        private static final Answer READY = new Answer(Kind.READY, "");

        private Answer worse(Answer other) {
            return other.kind.compareTo(kind) > 0 ? other : this;
        }
    }

    private final ServiceComponentRuntime runtime;

    ComponentState(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Looks at a bundle.
     *
     * @param bundle a plugin
     * @param bound components that the registry has bound
     */
    Answer of(Bundle bundle, Collection<String> bound) {
        Answer answer = bundle.getState() == Bundle.ACTIVE ? ofComponents(bundle, bound) : null;
        // One that is stopped meanwhile takes its components along before they have been seen.
        return bundle.getState() == Bundle.ACTIVE && answer != null
                ? answer
                : new Answer(
                        Kind.WAITING,
                        "its bundle " + bundle.getBundleId() + " is stopped; start it");
    }

    private Answer ofComponents(Bundle bundle, Collection<String> bound) {
        Collection<ComponentDescriptionDTO> all = runtime.getComponentDescriptionDTOs(bundle);
        if (all.isEmpty() && bundle.getHeaders("").get("Service-Component") != null) {
            return new Answer(
                    Kind.PENDING,
                    "its components have not been read by Declarative Services; if this stays, the"
                            + " log says why");
        }
        Answer answer = Answer.READY;
        for (ComponentDescriptionDTO component : all) {
            if (Arrays.asList(component.serviceInterfaces).contains(HANDLERS)
                    && runtime.isComponentEnabled(component)) {
                answer = answer.worse(of(component, bound));
            }
        }
        return answer;
    }

    private Answer of(ComponentDescriptionDTO component, Collection<String> bound) {
        Collection<ComponentConfigurationDTO> configurations =
                runtime.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty()) {
            return lacksConfiguration(component);
        }
        Answer answer = Answer.READY;
        for (ComponentConfigurationDTO configuration : configurations) {
            answer = answer.worse(of(component, configuration, bound));
        }
        return answer;
    }

    private static Answer of(
            ComponentDescriptionDTO component,
            ComponentConfigurationDTO configuration,
            Collection<String> bound) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    new Answer(
                            Kind.FAILED,
                            "component %s could not be made: %s"
                                    .formatted(component.name, cause(configuration.failure)));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                    lacksConfiguration(component);
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                    lacksReference(component, configuration);
            case ComponentConfigurationDTO.ACTIVE ->
                    bound.contains(component.name) ? Answer.READY : notBound(component);
            default -> notBound(component);
        };
    }

    private static Answer notBound(ComponentDescriptionDTO component) {
        return new Answer(
                Kind.PENDING,
                "component " + component.name + " has not been taken up by the registry");
    }

    private static Answer lacksConfiguration(ComponentDescriptionDTO component) {
        String pids = String.join(" or ", component.configurationPid);
        return new Answer(
                Kind.WAITING,
                "component %s needs configuration %s: put it into etc/%s.cfg"
                        .formatted(component.name, pids, component.configurationPid[0]));
    }

    private static Answer lacksReference(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        UnsatisfiedReferenceDTO[] missing = configuration.unsatisfiedReferences;
        if (missing == null || missing.length == 0) {
            return new Answer(Kind.WAITING, "component " + component.name + " waits for a service");
        }
        List<String> names =
                Arrays.stream(missing).map(reference -> describe(component, reference)).toList();
        return new Answer(
                Kind.WAITING,
                "component %s waits for service %s"
                        .formatted(component.name, String.join(" and ", names)));
    }

    private static String describe(
            ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        String type =
                Arrays.stream(component.references)
                        .filter(reference -> reference.name.equals(missing.name))
                        .map((ReferenceDTO reference) -> reference.interfaceName)
                        .findFirst()
                        .orElse("?");
        String target =
                missing.target == null || missing.target.isEmpty() ? "" : " " + missing.target;
        return "%s%s (reference %s)".formatted(type, target, missing.name);
    }

    /** The innermost exception's line of a printed stack trace, which is what SCR keeps. */
    static String cause(String stackTrace) {
        String text = stackTrace == null ? "" : stackTrace.strip();
        String line = text.lines().findFirst().orElse("see the log");
        int caused = text.lastIndexOf("Caused by: ");
        return caused < 0
                ? line
                : text.substring(caused + "Caused by: ".length()).lines().findFirst().orElse(line);
    }
}

package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the framework answers while it takes bundles away cannot be had from it at will. */
class UsersTest {

    @Test
    void userThatIsBeingTakenAwayIsNone() {
        Bundle user = bundle(wiring(List.of()), HandlerRegistry.PLUGIN_LOCATION + "user");
        List<BundleWire> wires = new ArrayList<>();
        wires.add(wire(null));
        wires.add(wire(wiringOf(user)));
        Bundle library = bundle(wiring(wires), HandlerRegistry.PLUGIN_LOCATION + "library");
        assertThat(Users.of(library)).containsExactly(user);
    }

    @Test
    void libraryThatIsGoneHasNone() {
        assertThat(Users.of(bundle(null, "gone"))).isEmpty();
        assertThat(Users.of(bundle(wiring(null), "going"))).isEmpty();
    }

    private static Bundle bundle(BundleWiring wiring, String location) {
        return answering(Bundle.class, "adapt", wiring, "getLocation", location);
    }

    private static BundleWiring wiring(List<BundleWire> provided) {
        return answering(BundleWiring.class, "getProvidedWires", provided);
    }

    private static BundleWiring wiringOf(Bundle bundle) {
        return answering(BundleWiring.class, "getBundle", bundle);
    }

    private static BundleWire wire(BundleWiring requirer) {
        return answering(BundleWire.class, "getRequirerWiring", requirer);
    }

    private static <T> T answering(Class<T> type, Object... methodsAndAnswers) {
        Map<Object, Object> answers = new HashMap<>();
        for (int i = 0; i < methodsAndAnswers.length; i += 2) {
            answers.put(methodsAndAnswers[i], methodsAndAnswers[i + 1]);
        }
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "equals" ->
                                            System.identityHashCode(self)
                                                    == arguments[0].hashCode();
                                    case "hashCode" -> System.identityHashCode(self);
                                    default -> answers.get(method.getName());
                                }));
    }
}

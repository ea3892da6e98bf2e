package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.plugins.ComponentState.Kind;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class ComponentStateTest {

    private static final Dictionary<String, String> HEADERS =
            FrameworkUtil.asDictionary(Map.of("Service-Component", "OSGI-INF/plugin.Chat.xml"));

    private final AtomicInteger state = new AtomicInteger(Bundle.ACTIVE);

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Bundle bundle() {
        return fake(
                Bundle.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getState" -> state.get();
                            case "getBundleId" -> 7L;
                            case "getHeaders" -> HEADERS;
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    /** Its components are gone before it has stopped. */
    @Test
    void aBundleThatIsStoppedWhileItIsLookedAtIsStopped() {
        ServiceComponentRuntime runtime =
                fake(
                        ServiceComponentRuntime.class,
                        (proxy, method, arguments) -> {
                            state.set(Bundle.STOPPING);
                            return List.of();
                        });

        Answer answer = new ComponentState(runtime).of(bundle(), List.of());

        assertThat(answer.kind()).isEqualTo(Kind.WAITING);
        assertThat(answer.reason()).isEqualTo("its bundle 7 is stopped; start it");
    }
}

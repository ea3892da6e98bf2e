package io.fastsocket.transport.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.transport.SocketTransport;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An engine that is to take over another one's port. */
class TakeOverTest {

    private static final String THREAD = "fastsocket-take-over";

    private final Queue<ServiceListener> listeners = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    @Test
    void isStoppedBeforeItBeginsToWait() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServiceReference<?> other = otherEngine(port.getLocalPort());
            EngineService service =
                    new EngineService(
                            context(other),
                            (address, values) -> {
                                throw new AssertionError("the port is not free yet");
                            },
                            Map.of(),
                            LoggerFactory.getLogger(TakeOverTest.class));
            listeners.forEach(
                    listener ->
                            listener.serviceChanged(
                                    new ServiceEvent(ServiceEvent.UNREGISTERING, other)));
            List<Thread> waiting =
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> THREAD.equals(thread.getName()))
                            .toList();

            service.close();

            for (Thread thread : waiting) {
                assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
            }
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** As a bundle's is after its end: in the thread that may outlive it, it answers nothing. */
    private BundleContext context(ServiceReference<?> other) {
        // No other bundle equals it.
        Bundle own = fake(Bundle.class, (proxy, method, args) -> false);
        SocketTransport engine = fake(SocketTransport.class, (proxy, method, args) -> "another");
        return fake(
                BundleContext.class,
                (proxy, method, args) -> {
                    if (THREAD.equals(Thread.currentThread().getName())) {
                        throw new IllegalStateException("Invalid BundleContext");
                    }
                    return switch (method.getName()) {
                        case "createFilter" -> FrameworkUtil.createFilter((String) args[0]);
                        case "addServiceListener" -> listeners.add((ServiceListener) args[0]);
                        case "getServiceReferences" -> new ServiceReference<?>[] {other};
                        case "getService" -> engine;
                        case "getBundle" -> own;
                        case "ungetService" -> true;
                        default -> null;
                    };
                });
    }

    private static ServiceReference<?> otherEngine(int port) {
        return fake(
                ServiceReference.class,
                (proxy, method, args) ->
                        switch (method.getName()) {
                            case "getProperty" -> port;
                            case "hashCode" -> port;
                            case "equals" -> true; // there is but one
                            default -> null;
                        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

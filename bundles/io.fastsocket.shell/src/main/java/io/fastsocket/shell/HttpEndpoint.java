package io.fastsocket.shell;

import io.fastsocket.shell.console.Services;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where HTTP is spoken, as the HTTP whiteboard says (OSGi Compendium, chapter 140). */
final class HttpEndpoint {

    private static final String RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

    private HttpEndpoint() {}

    /** Its URL, on the host that the settings name, if the port is open. */
    static Optional<String> find(Services services) {
        return services.property(RUNTIME, "osgi.http.endpoint").stream()
                .flatMap(value -> list(value).stream())
                .mapToInt(endpoint -> URI.create(endpoint.toString()).getPort())
                .filter(port -> port > 0)
                .boxed()
                .findFirst()
                .map(port -> "http://" + host(services) + ":" + port + "/");
    }

    private static List<?> list(Object value) {
        return switch (value) {
            case Object[] array -> List.of(array);
            case Collection<?> collection -> List.copyOf(collection);
            default -> List.of(value);
        };
    }

    private static String host(Services services) {
        String host = services.property("fastsocket.host");
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }
}

package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.Transport;

import io.fastsocket.transport.service.Values;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sets the library's own properties by their names, such as {@code pingInterval} or {@code
 * socketConfig.tcpNoDelay}. Those that handlers around the library stand for cannot be set.
 */
final class LibraryProperties {

    /** What they are for is done before the library, or instead of it. */
    private static final Map<String, String> TAKEN_OVER =
            Map.ofEntries(
                    Map.entry("hostname", "it is host in etc/fastsocket.properties"),
                    Map.entry("port", "it is port in etc/fastsocket.properties"),
                    Map.entry("origin", "it is allowedOrigins"),
                    Map.entry("enableCors", "it is allowedOrigins"),
                    Map.entry("allowHeaders", "a page may send what headers it asks for"),
                    Map.entry("randomSession", "a session's id is always random"),
                    Map.entry("ackMode", "handlers' return values are the acknowledgements"),
                    Map.entry("allowCustomRequests", "other requests belong to the feature http"),
                    Map.entry("addVersionHeader", "answers do not say what serves them"),
                    Map.entry("preferDirectBuffer", "the library's encoder is not used"),
                    Map.entry("packagePrefix", "the library does not use it"),
                    Map.entry("storeFactory", "it is always the library's memory store"),
                    Map.entry("jsonSupport", "JSON is passed on as it is"),
                    Map.entry("authorizationListener", "plugins admit clients"),
                    Map.entry("exceptionListener", "errors are logged"),
                    Map.entry(
                            "socketConfig", "set its own properties, as in socketConfig.soLinger"),
                    Map.entry(
                            "httpRequestDecoderConfiguration",
                            "set its own properties, such as its .maxHeaderSize"));

    private LibraryProperties() {}

    /**
     * A configuration of the library with some properties set.
     *
     * @param values may hold more than these
     * @param keys the properties' names
     * @throws IllegalArgumentException naming file, key, value and what is allowed
     */
    static Configuration configuration(Values values, Collection<String> keys) {
        Configuration configuration = new Configuration();
        for (String key : keys) {
            set(configuration, values, key);
        }
        return configuration;
    }

    private static void set(Configuration configuration, Values values, String key) {
        if (TAKEN_OVER.containsKey(key)) {
            throw new IllegalArgumentException(
                    "etc/%s.cfg: %s cannot be set here: %s"
                            .formatted(values.pid(), key, TAKEN_OVER.get(key)));
        }
        int dot = key.indexOf('.');
        Object bean = dot < 0 ? configuration : part(configuration, key.substring(0, dot));
        Method setter = bean == null ? null : setter(bean.getClass(), key.substring(dot + 1));
        if (setter == null) {
            throw new IllegalArgumentException(
                    "etc/%s.cfg: %s: netty-socketio has no such property; it has %s"
                            .formatted(values.pid(), key, String.join(", ", names())));
        }
        Object value = value(setter.getParameterTypes()[0], values, key);
        try {
            if (value != null) {
                setter.invoke(bean, value);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw values.bad(key, values.text(key), "what netty-socketio takes", e);
        }
    }

    private static Object part(Configuration configuration, String name) {
        return switch (name) {
            case "socketConfig" -> configuration.getSocketConfig();
            case "httpRequestDecoderConfiguration" ->
                    configuration.getHttpRequestDecoderConfiguration();
            default -> null;
        };
    }

    private static Method setter(Class<?> bean, String property) {
        if (property.isEmpty()) {
            return null;
        }
        String name =
                "set" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        return Arrays.stream(bean.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .findFirst()
                .orElse(null);
    }

    /** Null if it is not set. */
    private static Object value(Class<?> type, Values values, String key) {
        if (type == int.class) {
            return values.number(key, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (type == boolean.class) {
            return values.flag(key);
        } else if (type == Transport[].class) {
            return transports(values, key);
        }
        String text = values.text(key);
        if (text.isEmpty()) {
            return null;
        }
        return type == InputStream.class ? file(values, key) : text;
    }

    private static Transport[] transports(Values values, String key) {
        List<Transport> transports =
                values.list(key).stream()
                        .flatMap(
                                name ->
                                        Arrays.stream(Transport.values())
                                                .filter(t -> t.getValue().equals(name)))
                        .toList();
        if (transports.isEmpty() || transports.size() != values.list(key).size()) {
            throw values.bad(key, String.join(",", values.list(key)), "WEBSOCKET, POLLING", null);
        }
        return transports.toArray(Transport[]::new);
    }

    private static InputStream file(Values values, String key) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(Path.of(values.text(key))));
        } catch (IOException e) {
            throw values.bad(key, values.text(key), "a file that can be read", e);
        }
    }

    /** All that can be set. */
    static Set<String> names() {
        Configuration configuration = new Configuration();
        Set<String> names = names(configuration, "");
        for (String part : List.of("socketConfig", "httpRequestDecoderConfiguration")) {
            names.addAll(names(part(configuration, part), part + "."));
        }
        names.removeAll(TAKEN_OVER.keySet());
        return names;
    }

    private static Set<String> names(Object bean, String prefix) {
        return Arrays.stream(bean.getClass().getMethods())
                .filter(m -> m.getName().startsWith("set") && m.getParameterCount() == 1)
                .map(m -> prefix + decapitalized(m.getName().substring(3)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String decapitalized(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}

package io.fastsocket.transport.http;

import io.netty.handler.codec.http.HttpHeaders;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HTTP headers as an immutable map that ignores case when it is asked. As small as it can be, since
 * each connection keeps one.
 */
public final class HeaderMap extends AbstractMap<String, List<String>> {

    private final String[] names;
    private final List<String>[] values;

    /**
     * A copy.
     *
     * @param headers copied
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    public HeaderMap(HttpHeaders headers) {
        names = headers.names().stream().map(HeaderMap::lower).distinct().toArray(String[]::new);
        values = new List[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = List.copyOf(headers.getAll(names[i]));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public List<String> get(Object name) {
        if (name instanceof String text) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].equalsIgnoreCase(text)) {
                    return values[i];
                }
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            all.put(names[i], values[i]);
        }
        return Collections.unmodifiableMap(all).entrySet();
    }
}

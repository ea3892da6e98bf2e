package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventException.Detail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects what is wrong with the arguments of one event.
 *
 * <p>Binding first runs without it and stops at the first mismatch, which costs valid events
 * nothing. Only then it runs again with this as an attribute: deserializers report here and go on
 * with a stand-in, so that the client learns everything at once.
 */
public final class Problems {

    /** Details sent at most; a client needs no more to see what it does wrong. */
    static final int MAX_DETAILS = 100;

    private static final Object KEY = Problems.class;

    private final Set<Detail> details = new LinkedHashSet<>();
    private final Map<String, PathOrder.Bound> types = new HashMap<>(2);
    private String prefix = "";

    /** Makes an empty collection. */
    public Problems() {}

    /**
     * Sets what the paths of the next problems begin with.
     *
     * @param prefix such as {@code [1]}, or empty
     */
    public void prefix(String prefix) {
        this.prefix = prefix;
    }

    /** Says what the argument under the present prefix is bound to, for the order of details. */
    void bound(PathOrder.Bound type) {
        types.put(prefix, type);
    }

    String prefix() {
        return prefix;
    }

    /**
     * Adds a violation.
     *
     * @param path below the prefix
     * @param message what is wrong, in English
     */
    public void add(String path, String message) {
        if (details.size() < MAX_DETAILS) {
            details.add(new Detail(join(prefix, path), message));
        }
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return details.isEmpty();
    }

    /** Where something is wrong, prefixes included. */
    Set<String> paths() {
        return details.stream().map(Detail::path).collect(Collectors.toUnmodifiableSet());
    }

    int size() {
        return details.size();
    }

    /**
     * The error for the client.
     *
     * @return with all details, by argument, then in the order of declaration
     */
    public EventException exception() {
        return new EventException(ErrorCode.VALIDATION, PathOrder.sorted(details, types), null);
    }

    static Object key() {
        return KEY;
    }

    static Problems of(DeserializationContext context) {
        return (Problems) context.getAttribute(KEY);
    }

    /** Reports at the parser's place, skips the value there, and gives the stand-in. */
    static <T> T report(DeserializationContext context, JsonParser p, String message, T standIn)
            throws java.io.IOException {
        Problems problems = of(context);
        if (problems == null) {
            throw mismatch(p, message);
        }
        problems.add(path(p), message);
        p.skipChildren();
        return standIn;
    }

    /** The same for a member that is not there; the parser is at the object's end. */
    static <T> T reportMissing(
            DeserializationContext context, String name, String message, T standIn)
            throws JsonMappingException {
        Problems problems = of(context);
        if (problems == null) {
            throw mismatch(context.getParser(), message);
        }
        problems.add(join(path(context.getParser()), name), message);
        return standIn;
    }

    private static JsonMappingException mismatch(JsonParser p, String message) {
        return MismatchedInputException.from(p, Object.class, message);
    }

    /** Where the parser is, such as {@code items[2].price}. */
    static String path(JsonParser p) {
        JsonStreamContext context = p.getParsingContext();
        JsonToken token = p.currentToken();
        if (token != null && token.isStructStart()) {
            context = context.getParent();
        }
        List<String> parts = new ArrayList<>();
        for (; context != null; context = context.getParent()) {
            if (context.inArray()) {
                parts.add("[" + context.getCurrentIndex() + "]");
            } else if (context.inObject() && context.getCurrentName() != null) {
                parts.add(context.getCurrentName());
            }
        }
        String path = "";
        for (String part : parts.reversed()) {
            path = join(path, part);
        }
        return path;
    }

    static String join(String path, String part) {
        return path.isEmpty() || part.isEmpty() || part.startsWith("[")
                ? path + part
                : path + "." + part;
    }
}

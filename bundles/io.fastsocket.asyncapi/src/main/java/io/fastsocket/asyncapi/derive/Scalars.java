package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Types that are one value in JSON, by what is accepted for them. */
final class Scalars {

    private static final Map<Class<?>, String> FORMATS =
            Map.of(
                    UUID.class, "uuid",
                    URI.class, "uri-reference",
                    Instant.class, "date-time",
                    OffsetDateTime.class, "date-time",
                    Date.class, "date-time",
                    LocalDate.class, "date");

    /** ISO 8601 as far as {@link Duration#parse} takes it; no format has fractions of seconds. */
    private static final String DURATION =
            "^[+-]?P(?=[+-]?[0-9]|T[+-]?[0-9])([+-]?[0-9]+D)?"
                    + "(T(?=[+-]?[0-9])([+-]?[0-9]+H)?([+-]?[0-9]+M)?([+-]?[0-9]+([.,][0-9]{0,9})?S)?)?$";

    private Scalars() {}

    /** Null if it is none. */
    static ObjectNode of(Class<?> raw) {
        Class<?> type = MethodType.methodType(raw).wrap().returnType();
        if (type == Integer.class) {
            return integer("int32", Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == Long.class) {
            return integer("int64", Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == Short.class) {
            return integer(null, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        if (type == Byte.class) {
            return integer(null, Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
        if (type == BigInteger.class) {
            return typed("integer");
        }
        if (type == Double.class || type == Float.class) {
            return typed("number").put("format", type == Double.class ? "double" : "float");
        }
        if (type == BigDecimal.class || type == Number.class) {
            return typed("number");
        }
        if (type == Boolean.class) {
            return typed("boolean");
        }
        if (type == Character.class) {
            return typed("string").put("minLength", 1).put("maxLength", 1);
        }
        return text(type);
    }

    private static ObjectNode text(Class<?> type) {
        if (type == byte[].class) {
            return typed("string").put("format", "binary");
        }
        if (FORMATS.containsKey(type)) {
            return typed("string").put("format", FORMATS.get(type));
        }
        if (type == Duration.class) {
            ObjectNode duration = typed("string").put("pattern", DURATION);
            duration.putArray("examples").add("PT5M");
            return duration;
        }
        if (type == Currency.class) {
            return typed("string").put("pattern", "^[A-Z]{3}$");
        }
        if (type.getName().startsWith("java.time.")) {
            return typed("string").put("description", type.getSimpleName() + " in ISO 8601 format");
        }
        boolean text = CharSequence.class.isAssignableFrom(type) || type == java.util.Locale.class;
        return text ? typed("string") : null;
    }

    private static ObjectNode integer(String format, long min, long max) {
        ObjectNode integer = typed("integer");
        if (format != null) {
            integer.put("format", format);
        }
        return integer.put("minimum", min).put("maximum", max);
    }

    static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}

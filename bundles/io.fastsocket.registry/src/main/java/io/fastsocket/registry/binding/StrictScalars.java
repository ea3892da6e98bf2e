package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.module.SimpleModule;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The scalar types and what each is bound from: scalars strictly by type, numbers within range. */
final class StrictScalars {

    private static final String NUMBER = "must be a number";

    private StrictScalars() {}

    static void addTo(SimpleModule module) {
        integers(module);
        fractions(module);
        StrictScalar.Reading<Boolean> bool =
                p -> p.currentToken().isBoolean() ? p.getBooleanValue() : null;
        add(module, boolean.class, Boolean.class, false, "must be true or false", bool);
        add(
                module,
                char.class,
                Character.class,
                '\0',
                "must be a string of one character",
                p -> {
                    String text = text(p);
                    return text != null && text.length() == 1 ? text.charAt(0) : null;
                });
        module.addDeserializer(
                String.class,
                new StrictScalar<>(String.class, null, "must be a string", StrictScalars::text));
        module.addDeserializer(
                CharSequence.class,
                new StrictScalar<>(
                        CharSequence.class, null, "must be a string", StrictScalars::text));
    }

    private static void integers(SimpleModule module) {
        add(
                module,
                int.class,
                Integer.class,
                0,
                range(Integer.MIN_VALUE, Integer.MAX_VALUE),
                p -> isInteger(p) ? p.getIntValue() : null);
        add(
                module,
                long.class,
                Long.class,
                0L,
                range(Long.MIN_VALUE, Long.MAX_VALUE),
                p -> isInteger(p) ? p.getLongValue() : null);
        add(
                module,
                short.class,
                Short.class,
                (short) 0,
                range(Short.MIN_VALUE, Short.MAX_VALUE),
                p -> {
                    Integer i = small(p, Short.MIN_VALUE, Short.MAX_VALUE);
                    return i == null ? null : i.shortValue();
                });
        add(
                module,
                byte.class,
                Byte.class,
                (byte) 0,
                range(Byte.MIN_VALUE, Byte.MAX_VALUE),
                p -> {
                    Integer i = small(p, Byte.MIN_VALUE, Byte.MAX_VALUE);
                    return i == null ? null : i.byteValue();
                });
        module.addDeserializer(
                BigInteger.class,
                new StrictScalar<>(
                        BigInteger.class,
                        null,
                        "must be an integer",
                        p -> isInteger(p) ? p.getBigIntegerValue() : null));
    }

    private static void fractions(SimpleModule module) {
        add(
                module,
                double.class,
                Double.class,
                0d,
                NUMBER,
                p ->
                        isNumber(p) && Double.isFinite(p.getDoubleValue())
                                ? p.getDoubleValue()
                                : null);
        add(
                module,
                float.class,
                Float.class,
                0f,
                NUMBER,
                p -> isNumber(p) && Float.isFinite(p.getFloatValue()) ? p.getFloatValue() : null);
        module.addDeserializer(
                BigDecimal.class,
                new StrictScalar<>(
                        BigDecimal.class,
                        null,
                        NUMBER,
                        p -> isNumber(p) ? p.getDecimalValue() : null));
        module.addDeserializer(
                Number.class,
                new StrictScalar<>(
                        Number.class, null, NUMBER, p -> isNumber(p) ? p.getNumberValue() : null));
    }

    private static <T> void add(
            SimpleModule module,
            Class<?> primitive,
            Class<T> wrapper,
            T zero,
            String expected,
            StrictScalar.Reading<T> reading) {
        @SuppressWarnings("unchecked") // int.class is a Class<Integer>, and so on
        Class<T> type = (Class<T>) primitive;
        module.addDeserializer(type, new StrictScalar<>(primitive, zero, expected, reading));
        module.addDeserializer(wrapper, new StrictScalar<>(wrapper, null, expected, reading));
        if (primitive != byte.class && primitive != char.class) {
            PrimitiveArray.addTo(
                    module, primitive, new StrictScalar<>(primitive, zero, expected, reading));
        }
    }

    private static String range(long min, long max) {
        return "must be an integer between " + min + " and " + max;
    }

    private static Integer small(JsonParser p, int min, int max) throws IOException {
        if (!isInteger(p)) {
            return null;
        }
        int value = p.getIntValue();
        return value >= min && value <= max ? value : null;
    }

    private static boolean isInteger(JsonParser p) {
        return p.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }

    private static boolean isNumber(JsonParser p) {
        return p.currentToken().isNumeric();
    }

    private static String text(JsonParser p) throws IOException {
        return p.currentToken() == JsonToken.VALUE_STRING ? p.getText() : null;
    }
}

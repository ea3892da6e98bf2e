package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;

/** Bounds of numbers: of several the narrowest stays. */
final class Bounds {

    private Bounds() {}

    static void atLeast(ObjectNode schema, BigDecimal bound, boolean exclusive) {
        set(schema, bound, exclusive, "minimum", "exclusiveMinimum", 1);
    }

    static void atMost(ObjectNode schema, BigDecimal bound, boolean exclusive) {
        set(schema, bound, exclusive, "maximum", "exclusiveMaximum", -1);
    }

    /** Direction is 1 if larger bounds are narrower. */
    private static void set(
            ObjectNode schema,
            BigDecimal bound,
            boolean exclusive,
            String inclusiveKey,
            String exclusiveKey,
            int direction) {
        if (Double.isInfinite(bound.doubleValue())) {
            return; // what documents have no room for, no client reaches
        }
        String present = schema.has(exclusiveKey) ? exclusiveKey : inclusiveKey;
        JsonNode known = schema.get(present);
        if (known != null) {
            int narrower = direction * Integer.signum(bound.compareTo(known.decimalValue()));
            if (narrower < 0 || (narrower == 0 && !exclusive)) {
                return;
            }
            schema.remove(present);
        }
        put(schema, exclusive ? exclusiveKey : inclusiveKey, bound);
    }

    private static void put(ObjectNode schema, String key, BigDecimal bound) {
        BigDecimal plain = bound.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() < 19) {
            schema.put(key, plain.longValueExact());
        } else {
            schema.put(key, plain);
        }
    }
}

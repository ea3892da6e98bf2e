package io.fastsocket.asyncapi.enforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;

import io.fastsocket.spi.transport.Payload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Arguments as trees, as schemas see them. */
public final class Arguments {

    /** Numbers of more digits, written out, are beyond a double, which validators compute with. */
    private static final int DIGITS = 300;

    /** Pooled per factory: buffers of a thread would be made anew by each virtual thread. */
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNumberLength(DIGITS)
                                    .build())
                    .build();

    private static final ObjectReader READER =
            JsonMapper.builder(FACTORY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(new Numbers())
                    .build()
                    .readerFor(ArrayNode.class);

    private Arguments() {}

    /** A whole number is the same however it is written; validators overlook that. */
    private static final class Numbers extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(BigDecimal number) {
            BigDecimal shortest = number.stripTrailingZeros();
            if (Math.abs((long) shortest.scale()) > DIGITS) {
                throw new ArithmeticException("too many digits");
            }
            if (shortest.scale() > 0) {
                return super.numberNode(number);
            }
            BigInteger whole = shortest.toBigIntegerExact();
            return whole.bitLength() < Integer.SIZE
                    ? numberNode(whole.intValue())
                    : whole.bitLength() < Long.SIZE
                            ? numberNode(whole.longValue())
                            : numberNode(whole);
        }
    }

    /**
     * All of them. A binary is a text of as many characters as it has bytes.
     *
     * @return null if that is not to be done: a number has too many digits, or arrays and objects
     *     nest too deeply
     */
    public static ArrayNode of(Payload payload) {
        byte[] array = new byte[payload.length() + 2];
        array[0] = '[';
        System.arraycopy(payload.bytes(), payload.offset(), array, 1, payload.length());
        array[array.length - 1] = ']';
        try {
            ArrayNode arguments = READER.readValue(array);
            if (!payload.attachments().isEmpty()) {
                put(arguments, payload.attachments());
            }
            return arguments;
        } catch (StreamConstraintsException | ArithmeticException | NumberFormatException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("a payload is well-formed", e);
        }
    }

    private static void put(JsonNode node, List<byte[]> binaries) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, with(array.get(i), binaries));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                member.setValue(with(member.getValue(), binaries));
            }
        }
    }

    private static JsonNode with(JsonNode node, List<byte[]> binaries) {
        int number = node.path("_placeholder").asBoolean() ? node.path("num").asInt(-1) : -1;
        if (number >= 0 && number < binaries.size()) {
            String text = new String(binaries.get(number), StandardCharsets.ISO_8859_1);
            return JsonNodeFactory.instance.textNode(text);
        }
        put(node, binaries);
        return node;
    }
}

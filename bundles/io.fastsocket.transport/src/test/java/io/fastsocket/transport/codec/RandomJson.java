package io.fastsocket.transport.codec;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up JSON. */
final class RandomJson {

    private static final String[] SCALARS = {
        "0",
        "-1.5e3",
        "123456789012345678901234567890",
        "true",
        "false",
        "null",
        "\"\"",
        "\"é😀\"",
        "\"a\\\"\\u0041\"",
        "\"plain text of some length\"",
        "{\"_placeholder\":true,\"num\":0}"
    };

    private RandomJson() {}

    static String value(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        int size = random.nextInt(4);
        return switch (kind) {
            case 1 -> join(random, depth, size, "[", "", "]");
            case 2 -> join(random, depth, size, "{", "\"k%d\" : ", "}");
            default -> SCALARS[random.nextInt(SCALARS.length)];
        };
    }

    private static String join(
            Random random, int depth, int size, String open, String key, String close) {
        return IntStream.range(0, size)
                .mapToObj(i -> key.formatted(i) + value(random, depth - 1))
                .collect(Collectors.joining(random.nextBoolean() ? "," : " ,\n", open, close));
    }
}

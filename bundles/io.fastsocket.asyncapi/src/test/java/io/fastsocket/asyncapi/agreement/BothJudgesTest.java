package io.fastsocket.asyncapi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.fastsocket.asyncapi.enforce.Arguments;
import io.fastsocket.asyncapi.schema.Truth;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.binding.Problems;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What binding and validation take and what the schema that is derived of the same record allows is
 * the same: random records, random values. {@code -Dasyncapi.records=N} makes more of them than the
 * build does, {@code -Dasyncapi.seed=N} others.
 */
class BothJudgesTest {

    private static final int VALUES = 200;

    /** So many differences are enough to be told. */
    private static final int TOLD = 12;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    @TempDir Path folder;

    private final List<String> differences = new ArrayList<>();
    private int allowed;
    private int refused;

    @Test
    void bindingAndSchemasAgree() throws Exception {
        Chance chance = new Chance(Long.getLong("asyncapi.seed", 1));
        Program program = new Program(chance, Integer.getInteger("asyncapi.records", 30));
        try (URLClassLoader loader = program.compile(folder);
                Codec codec = new Codec(loader)) {
            for (Kind kind : program.records()) {
                Class<?> type = loader.loadClass("made.Made$" + kind.type());
                Judges judges = Judges.of(type, codec);
                boolean agree = differences.size() < TOLD;
                for (int i = 0; i < VALUES && agree; i++) {
                    JsonNode value = kind.value(chance);
                    List<byte[]> binaries = chance.binaries();
                    agree =
                            value.isMissingNode()
                                    || compare(judges, value, binaries, program.source(kind));
                }
            }
        }
        assertThat(String.join("\n\n", differences)).isEmpty();
        assertThat(Math.min(allowed, refused)).isGreaterThan((allowed + refused) / 5);
    }

    /** Whether both say the same of a value. */
    private boolean compare(Judges judges, JsonNode value, List<byte[]> binaries, String source)
            throws Exception {
        byte[] json = JSON.writeValueAsBytes(value);
        Payload payload = new Payload(json, 0, json.length, binaries);
        Problems problems = judges.bound(payload);
        boolean fits = judges.schema().check(Arguments.of(payload).get(0)).isEmpty();
        assertThat(judges.seen(payload))
                .as("what is quickly seen of %s", value)
                .isIn(Truth.of(fits), Truth.UNKNOWN);
        allowed += fits ? 1 : 0;
        refused += fits ? 0 : 1;
        if (fits != problems.isEmpty()) {
            differences.add(
                    "%s%n%s%nthe server: %s%nthe schema: %s%n%s"
                            .formatted(
                                    source,
                                    value,
                                    problems.isEmpty()
                                            ? "takes it"
                                            : problems.exception().details(),
                                    judges.schema().check(Arguments.of(payload).get(0)),
                                    judges.written()));
        }
        return fits == problems.isEmpty();
    }
}

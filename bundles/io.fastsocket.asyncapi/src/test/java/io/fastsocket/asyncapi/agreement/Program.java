package io.fastsocket.asyncapi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import javax.tools.ToolProvider;

/** Java that nobody has written: records of random components, which may hold those before them. */
final class Program {

    /** Types that are several, told apart by their members, by annotations of both sorts. */
    private static final String GIVEN =
            """
            public enum Color { RED, GREEN }
            public sealed interface Shape {}
            public record Circle(@Positive int radius, String name) implements Shape {}
            public record Box(@NotNull @Min(1) Integer width, Integer height, String name) implements Shape {}
            public record Line(Integer from, Integer to) implements Shape {}
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
            @JsonSubTypes({@JsonSubTypes.Type(value = Card.class, name = "card"),
                @JsonSubTypes.Type(value = Transfer.class, name = "transfer")})
            public interface Payment {}
            public record Card(@Size(min = 4, max = 4) String digits) implements Payment {}
            public record Transfer(@NotBlank String iban, int cents) implements Payment {}
            """;

    private static final String IMPORTS =
            """
            package made;
            import com.fasterxml.jackson.annotation.*;
            import jakarta.validation.constraints.*;
            import java.math.*;
            import java.net.*;
            import java.time.*;
            import java.util.*;
            public final class Made {
            """;

    private final List<Kind> records = new ArrayList<>();
    private final StringBuilder source = new StringBuilder(IMPORTS).append(GIVEN);

    /** So many records, the same each time. */
    Program(Chance chance, int count) {
        records.add(shape());
        records.add(payment());
        Kinds kinds = new Kinds(chance, records);
        for (int i = 0; i < count; i++) {
            Map<String, Kind> components = new LinkedHashMap<>();
            StringJoiner written = new StringJoiner(", ");
            for (int c = 0; c < 1 + i % 4; c++) {
                Kind kind = kinds.any();
                components.put("c" + c, kind);
                written.add(kind.java() + " c" + c);
            }
            source.append("public record R%d(%s) {}%n".formatted(i, written));
            records.add(Kinds.object("R" + i, components));
        }
        source.append("}\n");
    }

    private static Kind shape() {
        return new Kind(
                "Shape",
                List.of(),
                c -> {
                    // Of one alone: where a value has members of several, order decides.
                    List<String> names =
                            c.one(
                                    List.of("radius", "name"),
                                    List.of("width", "height", "name"),
                                    List.of("from", "to"));
                    ObjectNode object = Chance.NODES.objectNode();
                    for (String name : names) {
                        if (!c.once(4)) {
                            object.set(
                                    name,
                                    name.equals("name")
                                            ? Chance.NODES.textNode("x")
                                            : Chance.NODES.numberNode(c.below(3)));
                        }
                    }
                    return object;
                });
    }

    private static Kind payment() {
        Kind digits =
                new Kind("String", List.of(), c -> Chance.NODES.textNode(c.one("1234", "12")));
        Kind iban = new Kind("String", List.of(), c -> Chance.NODES.textNode(c.one("DE12", "")));
        Kind cents = new Kind("int", List.of(), c -> Chance.NODES.numberNode(c.below(9)));
        Kind card = Kinds.object("Card", Map.of("digits", digits));
        Kind transfer = Kinds.object("Transfer", Map.of("iban", iban, "cents", cents));
        return new Kind(
                "Payment",
                List.of(),
                c -> {
                    boolean isCard = c.once(2);
                    JsonNode value = (isCard ? card : transfer).values().apply(c);
                    if (!c.once(9)) {
                        ((ObjectNode) value).put("kind", isCard ? "card" : "transfer");
                    } else if (c.once(2)) {
                        ((ObjectNode) value).put("kind", "cash");
                    }
                    return value;
                });
    }

    /** Those that were made, and what was given. */
    List<Kind> records() {
        return records;
    }

    /** How a record is written. */
    String source(Kind record) {
        String type = record.type();
        return source.toString()
                .lines()
                .filter(line -> line.contains(" " + type + "(") || line.contains(" " + type + " {"))
                .findFirst()
                .orElse(type);
    }

    /** Its classes, compiled into a folder. */
    URLClassLoader compile(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Made.java"), source);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                said,
                                said,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                file.toString());
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        URI classes = folder.toUri();
        return new URLClassLoader(new URL[] {classes.toURL()}, getClass().getClassLoader());
    }
}

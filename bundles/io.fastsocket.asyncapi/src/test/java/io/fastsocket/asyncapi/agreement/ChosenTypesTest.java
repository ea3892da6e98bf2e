package io.fastsocket.asyncapi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

import io.fastsocket.asyncapi.enforce.Arguments;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.spi.transport.Payload;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What chosen types take, the server and the schema asked alike: what chance does not make. */
class ChosenTypesTest {

    enum Size2 {
        @JsonProperty("small")
        S,
        M
    }

    enum Sign {
        PLUS,
        MINUS;

        @JsonValue
        String sign() {
            return this == PLUS ? "+" : "-";
        }
    }

    enum Level {
        LOW,
        HIGH;

        @JsonValue
        int number() {
            return this == LOW ? 10 : 11;
        }
    }

    record Enums(
            Size2 size,
            Sign sign,
            Level level,
            Map<Size2, Integer> by,
            EnumMap<Sign, Integer> signs,
            EnumSet<Size2> sizes,
            DayOfWeek day) {}

    /** Not public, as most of a plugin's. */
    @Constraint(validatedBy = {})
    @NotNull
    @Size(min = 2, max = 4)
    @Pattern(regexp = "[A-Z]*")
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Code {

        String message() default "is no code";

        Class<?>[] groups() default {};

        Class<? extends jakarta.validation.Payload>[] payload() default {};
    }

    record Composed(@Code String code, List<@Code String> codes) {}

    record Texts(@NotBlank String text, @Email(regexp = ".*@home") String mail) {}

    record Wire(
            @JsonProperty("the-name") @NotNull String name,
            @JsonProperty(required = true) String there,
            @JsonIgnore String inside,
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

    record Large(@DecimalMax("1e400") BigDecimal number) {}

    record Keys(Map<Integer, String> numbers, Map<UUID, String> ids, Iterable<Integer> more) {}

    private static ArgumentSet taken(Class<?> type, String json) {
        return org.junit.jupiter.params.provider.Arguments.argumentSet(
                type.getSimpleName() + " takes " + json, type, json, true);
    }

    private static ArgumentSet refused(Class<?> type, String json) {
        return org.junit.jupiter.params.provider.Arguments.argumentSet(
                type.getSimpleName() + " refuses " + json, type, json, false);
    }

    static Stream<ArgumentSet> values() {
        return Stream.of(
                taken(Enums.class, "{\"size\":\"small\"}"),
                refused(Enums.class, "{\"size\":\"S\"}"),
                taken(Enums.class, "{\"size\":\"M\"}"),
                taken(Enums.class, "{\"sign\":\"+\"}"),
                refused(Enums.class, "{\"sign\":\"PLUS\"}"),
                taken(Enums.class, "{\"by\":{\"small\":1}}"),
                refused(Enums.class, "{\"by\":{\"S\":1}}"),
                taken(Enums.class, "{\"signs\":{\"-\":1}}"),
                refused(Enums.class, "{\"signs\":{\"MINUS\":1}}"),
                taken(Enums.class, "{\"sizes\":[\"small\"]}"),
                refused(Enums.class, "{\"sizes\":[\"S\"]}"),
                taken(Enums.class, "{\"day\":\"MONDAY\"}"),
                taken(Composed.class, "{\"code\":\"AB\",\"codes\":[\"ABCD\"]}"),
                refused(Composed.class, "{\"codes\":[]}"),
                refused(Composed.class, "{\"code\":\"ABCDE\"}"),
                refused(Composed.class, "{\"code\":\"ab\"}"),
                refused(Composed.class, "{\"code\":\"AB\",\"codes\":[null]}"),
                taken(Texts.class, "{\"text\":\" a\"}"),
                refused(Texts.class, "{\"text\":\" \\t\\n\"}"),
                refused(Texts.class, "{\"text\":\"\\u2003\\u001c\"}"),
                taken(Texts.class, "{\"text\":\"\\u00a0\"}"),
                taken(Texts.class, "{\"text\":\"\\u0001\"}"),
                taken(Texts.class, "{\"text\":\"a\",\"mail\":\"ada@home\"}"),
                refused(Texts.class, "{\"text\":\"a\",\"mail\":\"ada@work.org\"}"),
                taken(Wire.class, "{\"the-name\":\"a\",\"there\":null}"),
                refused(Wire.class, "{\"the-name\":\"a\"}"),
                refused(Wire.class, "{\"name\":\"a\",\"there\":\"b\"}"),
                taken(Wire.class, "{\"the-name\":\"a\",\"there\":\"b\",\"inside\":7}"),
                taken(Wire.class, "{\"the-name\":\"a\",\"there\":\"b\",\"day\":\"24.12.2026\"}"),
                taken(Waits.class, "{\"time\":\"PT1.5S\"}"),
                taken(Waits.class, "{\"time\":\"-P1DT-2H\"}"),
                refused(Waits.class, "{\"time\":\"5s\"}"),
                refused(Waits.class, "{\"time\":\"P\"}"),
                refused(Waits.class, "{\"time\":\"P1DT\"}"),
                taken(Large.class, "{\"number\":1e300}"),
                taken(Keys.class, "{\"numbers\":{\"-7\":\"a\"}}"),
                refused(Keys.class, "{\"numbers\":{\"a\":\"a\"}}"),
                refused(Keys.class, "{\"ids\":{\"a\":\"a\"}}"),
                taken(Keys.class, "{\"more\":[1,2]}"),
                refused(Keys.class, "{\"more\":[\"a\"]}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void bothSayTheSame(Class<?> type, String json, boolean taken) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Payload payload = new Payload(bytes, 0, bytes.length, List.of());
        try (Codec codec = new Codec(type.getClassLoader())) {
            Judges judges = Judges.of(type, codec);
            assertThat(judges.bound(payload).isEmpty()).as("the server takes it").isEqualTo(taken);
            assertThat(judges.schema().check(Arguments.of(payload).get(0)).isEmpty())
                    .as("the schema allows it: %s", judges.written())
                    .isEqualTo(taken);
        }
    }

    record Times(
            Year year,
            YearMonth month,
            Period period,
            MonthDay day,
            ZoneId zone,
            ZonedDateTime zoned,
            OffsetTime time,
            Duration duration,
            Date date) {}

    record Waits(Duration time) {}

    record Others(Currency currency, Locale locale, URI uri, char letter, byte[][] binaries) {}

    static Stream<Object> sent() {
        ZonedDateTime now = ZonedDateTime.of(2026, 11, 30, 12, 0, 0, 0, ZoneId.of("UTC"));
        return Stream.of(
                new Enums(
                        Size2.S,
                        Sign.PLUS,
                        Level.HIGH,
                        Map.of(Size2.S, 1),
                        new EnumMap<>(Map.of(Sign.MINUS, 1)),
                        EnumSet.allOf(Size2.class),
                        DayOfWeek.MONDAY),
                new Wire("a", "b", "c", LocalDate.of(2026, 12, 24)),
                new Keys(Map.of(-7, "a"), Map.of(new UUID(1, 2), "b"), List.of(1)),
                new Times(
                        Year.of(2026),
                        YearMonth.of(2026, 11),
                        Period.ofDays(1),
                        MonthDay.of(11, 30),
                        ZoneId.of("Europe/Berlin"),
                        now,
                        now.toOffsetDateTime().toOffsetTime(),
                        Duration.ofMillis(1500),
                        Date.from(now.toInstant())),
                new Others(
                        Currency.getInstance("EUR"),
                        Locale.GERMANY,
                        URI.create("a/b"),
                        'x',
                        new byte[][] {{1}}));
    }

    @ParameterizedTest
    @MethodSource("sent")
    void whatIsSentIsAllowed(Object value) throws Exception {
        try (Codec codec = new Codec(value.getClass().getClassLoader())) {
            Judges judges = Judges.of(value.getClass(), codec);
            Payload payload = codec.encode(value);
            assertThat(judges.schema().check(Arguments.of(payload).get(0)))
                    .as("%s by %s", payload, judges.written())
                    .isEmpty();
        }
    }
}

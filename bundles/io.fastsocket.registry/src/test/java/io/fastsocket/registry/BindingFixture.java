package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Handlers of all that can be bound, and a client that calls them, on a machine that speaks German.
 */
abstract class BindingFixture {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Locale locale = Locale.getDefault();
    FakeClient client;

    enum Color {
        RED,
        GREEN
    }

    record Message(@NotBlank String text) {}

    record Item(@NotNull String name, int price) {}

    record Order(@Size(min = 2) String id, List<Item> items, Optional<String> note, Color color) {}

    record Blob(String name, byte[] data) {}

    record Scalars(int i, long l, double d, boolean b, String s) {}

    record Wrapped(String name, Json raw) {}

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("secret");
            }
        }
    }

    record Time(Instant at, LocalDate day) {}

    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Card.class, name = "card"),
        @JsonSubTypes.Type(value = Cash.class, name = "cash")
    })
    interface Payment {}

    record Card(@Size(min = 4) String digits) implements Payment {}

    record Cash(
            @DecimalMin("1") @DecimalMax(value = "9", inclusive = false) BigDecimal amount, UUID id)
            implements Payment {}

    static final class Handler implements EventHandlers {

        @OnEvent("payment")
        Payment payment(Payment payment) {
            return payment;
        }

        @OnEvent("message")
        Message message(Message message) {
            return message;
        }

        @OnEvent("order")
        Order order(Order order) {
            return order;
        }

        @OnEvent("int")
        int integer(int value) {
            return value;
        }

        @OnEvent("long")
        Long integer(Long value) {
            return value;
        }

        @OnEvent("string")
        String string(String value) {
            return value;
        }

        @OnEvent("double")
        double fraction(double value) {
            return value;
        }

        @OnEvent("bool")
        boolean bool(boolean value) {
            return value;
        }

        @OnEvent("scalars")
        Scalars scalars(Scalars value) {
            return value;
        }

        @OnEvent("ints")
        int[] ints(int[] value) {
            return value;
        }

        @OnEvent("map")
        Map<String, List<Integer>> map(Map<String, List<Integer>> value) {
            return value;
        }

        @OnEvent("several")
        String several(@Min(3) int number, Message message, @NotBlank @Size(max = 3) String tag) {
            return number + message.text() + tag;
        }

        @OnEvent("param")
        int param(@Max(5) int value) {
            return value;
        }

        @OnEvent("tags")
        int tags(List<@NotBlank String> tags) {
            return tags.size();
        }

        @OnEvent("blob")
        Blob blob(Blob blob) {
            return blob;
        }

        @OnEvent("binary")
        byte[] binary(byte[] data) {
            return data;
        }

        @OnEvent("raw")
        Json raw(Json json) {
            return json;
        }

        @OnEvent("rest")
        int rest(String first, Json... rest) {
            return rest.length;
        }

        @OnEvent("wrapped")
        Wrapped wrapped(Wrapped wrapped) {
            return wrapped;
        }

        @OnEvent("range")
        Range range(Range range) {
            return range;
        }

        @OnEvent("time")
        Time time(Time time) {
            return time;
        }

        @OnEvent("shape")
        Shape shape(Shape shape) {
            return shape;
        }

        @OnEvent("optional")
        String optional(String first, Optional<Integer> second) {
            return first + second.orElse(-1);
        }
    }

    @BeforeEach
    void serve() {
        Locale.setDefault(Locale.GERMANY);
        Plugins.serving(registry, new Handler());
        assertThat(registry.events()).hasSizeGreaterThan(20);
        client = FakeClient.join(registry.dispatcher(), "/");
    }

    @AfterEach
    void close() {
        Locale.setDefault(locale);
        registry.close();
    }
}

package io.fastsocket.asyncapi.live;

import io.fastsocket.api.Ack;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.ServedPlugin;

import jakarta.validation.constraints.NotBlank;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plugin whose contract is what its code says. */
final class Chat {

    private Chat() {}

    record Item(@NotBlank String text, Item next) {}

    record Item2(@NotBlank String text, @NotBlank String more) {}

    record Item3(@NotBlank String text, Item3 next, Optional<String> more, int[] numbers) {}

    /** As an Item, in another order. */
    record Item4(Item next, @NotBlank String text) {}

    record Other(int number) {}

    @SuppressWarnings("unused") // looked at
    private static final class Handler {
        Item say(Item item, Ack<Other> ack) {
            return item;
        }

        void nothing() {}

        Item2 say2(Item2 item) {
            return item;
        }

        Item3 say3(Item3 item) {
            return item;
        }

        Other nothing2() {
            return null;
        }
    }

    private static Method method(String name) {
        return Arrays.stream(Handler.class.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A plugin that handles and sends. */
    static ServedPlugin served(String plugin, Class<?> sent) {
        Method say = method("say");
        AnnotatedType ack =
                ((AnnotatedParameterizedType) say.getAnnotatedParameterTypes()[1])
                        .getAnnotatedActualTypeArguments()[0];
        return new ServedPlugin(
                plugin,
                "1.0.0",
                null,
                List.of(
                        new HandledEvent(
                                "/rooms/{room}",
                                "say",
                                List.of(say.getParameters()[0]),
                                ack,
                                Map::of),
                        new HandledEvent("/", plugin, List.of(), null, () -> Map.of("Item.b", 3L))),
                List.of(
                        new EmittedEvent("/rooms/{room}", "say", sent, ""),
                        new EmittedEvent("/", "hour", Void.class, "clock")));
    }

    /** One with these methods of the handler, digits left out of the events' names. */
    static ServedPlugin handling(String version, String... methods) {
        List<HandledEvent> handled = new ArrayList<>();
        for (String name : methods) {
            Method method = method(name);
            List<Parameter> arguments =
                    Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.getType() != Ack.class)
                            .toList();
            AnnotatedType answer =
                    method.getReturnType() == void.class ? null : method.getAnnotatedReturnType();
            handled.add(
                    new HandledEvent(
                            "/", name.replaceAll("[0-9]", ""), arguments, answer, Map::of));
        }
        return new ServedPlugin("a.chat", version, null, handled, List.of());
    }
}

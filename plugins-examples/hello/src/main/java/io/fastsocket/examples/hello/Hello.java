package io.fastsocket.examples.hello;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;

import jakarta.validation.constraints.NotBlank;

import org.osgi.service.component.annotations.Component;

/** Greets whoever says hello. */
@Component
public final class Hello implements EventHandlers {

    /**
     * Who says hello.
     *
     * @param name how they want to be called
     */
    record Person(@NotBlank String name) {}

    /**
     * The answer.
     *
     * @param message the words
     */
    record Greeting(String message) {}

    @OnEvent("hello")
    Greeting hello(Person person) {
        return new Greeting("Hello, " + person.name() + "!");
    }
}

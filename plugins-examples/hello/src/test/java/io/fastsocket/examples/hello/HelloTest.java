package io.fastsocket.examples.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A handler is a plain object: no server is needed to test it. */
class HelloTest {

    @Test
    void greetsByName() {
        assertEquals(new Hello.Greeting("Hello, Ada!"), new Hello().hello(new Hello.Person("Ada")));
    }
}

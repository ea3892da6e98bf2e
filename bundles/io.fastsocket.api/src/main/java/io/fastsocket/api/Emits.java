package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An event that the component, or the method, sends to clients. It is part of the contract; it does
 * not send anything by itself, and an emit that is not declared still goes out.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Emits.List.class)
public @interface Emits {

    /**
     * The event's name.
     *
     * @return the name
     */
    String event();

    /**
     * The type of its one argument; {@code Void} if it has none.
     *
     * @return the type
     */
    Class<?> payload() default Void.class;

    /**
     * The room it goes to, if that is always the same; otherwise empty.
     *
     * @return a room, or an empty string
     */
    String to() default "";

    /** Holds several {@link Emits}. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /**
         * The declarations.
         *
         * @return in source order
         */
        Emits[] value();
    }
}

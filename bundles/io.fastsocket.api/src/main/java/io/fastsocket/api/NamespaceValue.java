package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes what stands in a {@linkplain Namespace dynamic namespace's} name, as a
 * {@code String}: with {@code @Namespace("/room-{id}")} and a client in {@code /room-7},
 * {@code @NamespaceValue("id") String room} is {@code 7}. For methods of any kind.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface NamespaceValue {

    /**
     * Which value, by the name that stands in braces.
     *
     * @return the name
     */
    String value();
}

package io.fastsocket.api;

import org.osgi.service.component.annotations.ComponentPropertyType;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Socket.IO namespace that a component's handlers belong to. Without it a component belongs to
 * {@code /}.
 *
 * <p>A name may be dynamic: {@code /room-{id}} stands for {@code /room-7}, {@code /room-blue} and
 * so on, each a namespace with sockets and rooms of its own. A value has at least one character and
 * no slash; {@link NamespaceValue} hands it to methods. A fixed name goes before a dynamic one, and
 * of two dynamic ones that fit, the one with more fixed characters.
 *
 * <p>A component property type: it becomes the service property {@code fastsocket.namespace}, which
 * configuration may override. On an {@link EventInterceptor} it limits the interceptor to that
 * namespace.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Namespace {

    /** The prefix of the service property's name (OSGi Compendium 112.8.2.1). */
    String PREFIX_ = "fastsocket.";

    /**
     * Name of the namespace, beginning with a slash, as clients write it after the host; or with
     * values in braces.
     *
     * @return the name
     */
    String value() default "/";
}

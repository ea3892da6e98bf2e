package io.fastsocket.operator;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.fastsocket.operator.cfg}. */
@ObjectClassDefinition(
        name = "FastSocket operators",
        description =
                "The namespace /operator, in which programs watch the server over Socket.IO. Without a"
                        + " token there is none.")
@interface OperatorConfiguration {

    @AttributeDefinition(
            name = "Token",
            description =
                    "What a client says to be let in, as auth: {\"token\": \"…\"}; at least 16"
                            + " characters. Empty means that the namespace does not exist. When it"
                            + " changes, who is there by the old one is disconnected.",
            type = AttributeType.PASSWORD)
    String token() default "";

    @AttributeDefinition(
            name = "Interval",
            description = "How often status is sent to those who watch it. In milliseconds.",
            min = "100",
            max = "3600000")
    long interval() default 1000;

    @AttributeDefinition(
            name = "Attempts",
            description =
                    "How many wrong tokens may come from one address within a minute; for the rest of"
                            + " that minute nobody is let in from there.",
            min = "1",
            max = "1000")
    int attempts() default 5;
}

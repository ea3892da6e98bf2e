package io.fastsocket.asyncapi.enforce;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.fastsocket.asyncapi.cfg}. */
@ObjectClassDefinition(
        name = "FastSocket contracts",
        description = "What is done about traffic that a plugin's own contract does not allow.")
public @interface AsyncapiConfiguration {

    /** For events that come in. */
    @AttributeDefinition(
            name = "Inbound",
            description =
                    "What is done about an event of a client's that the plugin's contract does not"
                            + " allow: enforce answers it with error 4001, warn counts and logs it,"
                            + " off does not look.")
    String inbound() default "enforce";

    /** For events and acknowledgements that go out. */
    @AttributeDefinition(
            name = "Outbound",
            description =
                    "The same for what a plugin sends and acknowledges: enforce fails the emit at the"
                            + " plugin, and answers error 5000 in place of the acknowledgement.")
    String outbound() default "warn";

    /** For single plugins. */
    @AttributeDefinition(
            name = "Plugins",
            description =
                    "Plugins for which it is otherwise, by commas, each a symbolic name with"
                            + " inbound=MODE, outbound=MODE or both after it, such as"
                            + " com.example.shop inbound=warn outbound=off.")
    String[] plugins() default {};
}

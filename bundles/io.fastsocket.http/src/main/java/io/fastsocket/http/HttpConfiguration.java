package io.fastsocket.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.fastsocket.http.cfg}. */
@ObjectClassDefinition(name = "FastSocket pages", description = "The HTTP port: pages and health.")
public @interface HttpConfiguration {

    /** Names beside those of the machine itself. */
    @AttributeDefinition(
            name = "Allowed hosts",
            description =
                    "Names by which a server that listens on a loopback address may be called, beside"
                            + " localhost, loopback addresses and the host it was told to listen on:"
                            + " those that a proxy before it passes on, for example. Requests by"
                            + " another name are answered with 421. Separated by commas. On other"
                            + " addresses any name will do.",
            required = false)
    String[] allowedHosts() default {};
}

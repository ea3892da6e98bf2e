package io.fastsocket.examples.echo;

/** What {@code etc/io.fastsocket.examples.echo.cfg} may set. */
@interface EchoConfig {

    /**
     * What {@code version} answers.
     *
     * @return any text
     */
    String label() default "1";
}

package io.fastsocket.asyncapi.enforce;

/** What is done about what a contract does not allow. */
enum Mode {
    /** It is refused. */
    ENFORCE,
    /** It is counted and logged, and passes. */
    WARN,
    /** Nobody looks. */
    OFF
}

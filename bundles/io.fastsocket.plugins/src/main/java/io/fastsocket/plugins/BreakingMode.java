package io.fastsocket.plugins;

/** What is done about a revision whose contract clients may not get along with. */
enum BreakingMode {
    /** It is refused, unless somebody has allowed it. */
    REFUSE,
    /** It comes into service; the log and the history say what it breaks. */
    WARN,
    /** Nobody looks. */
    OFF
}

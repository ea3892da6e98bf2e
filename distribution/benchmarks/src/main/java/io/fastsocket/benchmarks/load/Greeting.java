package io.fastsocket.benchmarks.load;

/** What a server says first, of a session or a socket. */
final class Greeting {

    private static final String FIELD = "\"sid\":\"";

    private Greeting() {}

    static String id(String text) {
        int from = text.indexOf(FIELD) + FIELD.length();
        return text.substring(from, text.indexOf('"', from));
    }
}

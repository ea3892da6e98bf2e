package io.fastsocket.benchmarks.scenario;

/**
 * An event and its answer, as patterns of {@link io.fastsocket.benchmarks.load.Template}.
 *
 * @param event the packet sent
 * @param answer the one that must come
 */
record Exchange(String event, String answer) {

    /** Fills a payload up to 100 bytes. */
    static final String TEXT =
            "Fast sockets carry small events, one after the other, to everybody in the room";

    static final Exchange ORDER =
            new Exchange(
                    "42%s[\"order\",{\"item\":\"spare part %s for the red bicycle\",\"quantity\":3,"
                            + "\"cents\":%s,\"currency\":\"EUR\"}]",
                    "43%s[{\"item\":\"spare part %s for the red bicycle\",\"quantity\":3,"
                            + "\"totalCents\":%t,\"currency\":\"EUR\"}]");

    static final Exchange ECHO = echo(TEXT);

    static final Exchange LARGE_ECHO = echo(TEXT.repeat(205));

    private static Exchange echo(String text) {
        String payload = payload(text);
        return new Exchange("42%s[\"echo\"," + payload + "]", "43%s[" + payload + "]");
    }

    private static String payload(String text) {
        return "{\"n\":%s,\"text\":\"" + text + "\"}";
    }

    /** A broadcast to a room. */
    static Exchange broadcast(String room, String text) {
        return new Exchange(
                "42%s[\"bcast\",\"" + room + "\"," + payload(text) + "]", "43%s[\"ok\"]");
    }

    /** What its members get. */
    static String news(String text) {
        return "42[\"news\"," + payload(text) + "]";
    }

    /** The same of a server that only sends back what it is sent. */
    Exchange raw() {
        return new Exchange(event, event);
    }
}

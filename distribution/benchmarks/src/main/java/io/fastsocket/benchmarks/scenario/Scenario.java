package io.fastsocket.benchmarks.scenario;

/** One kind of load. */
public interface Scenario {

    /**
     * What options and results call it.
     *
     * @return one word
     */
    String id();

    /**
     * What people call it.
     *
     * @return a few words
     */
    String title();

    /**
     * Whether it needs a server that has just been started.
     *
     * @return true if it measures memory
     */
    default boolean fresh() {
        return false;
    }

    /**
     * Whether a server that only sends back what it is sent can take part.
     *
     * @return true if so
     */
    default boolean forRaw() {
        return false;
    }

    /**
     * Runs it once against a server.
     *
     * @param setting the server, and how long
     * @return what was measured, and whether all was right
     * @throws Exception if the server does not do what every server must
     */
    Outcome run(Setting setting) throws Exception;
}

package io.fastsocket.launcher;

/**
 * Sizes the JVM's scheduler of virtual threads. They are not time-sliced: a handler that computes
 * without end keeps its carrier, so there is one carrier more than cores, and the registry has more
 * made when calls are found to keep theirs. Not more from the start: idle carriers look for work,
 * and with four more an event handed over cost a fifth to a third more of the processor's time.
 */
final class VirtualThreads {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final int SPARE = 1;

    private VirtualThreads() {}

    /** To be called before the first virtual thread; a value given on the command line stays. */
    static void configure() {
        if (System.getProperty(PARALLELISM) == null) {
            int carriers = Runtime.getRuntime().availableProcessors() + SPARE;
            System.setProperty(PARALLELISM, Integer.toString(carriers));
        }
    }
}

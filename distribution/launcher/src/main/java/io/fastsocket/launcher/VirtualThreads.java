package io.fastsocket.launcher;

/**
 * Sizes the JVM's scheduler of virtual threads. They are not time-sliced: a handler that computes
 * without end keeps its carrier, so there are more carriers than cores, and a runaway plugin that
 * holds as many as there are cores leaves some for the others.
 */
final class VirtualThreads {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final int SPARE = 4;

    private VirtualThreads() {}

    /** To be called before the first virtual thread; a value given on the command line stays. */
    static void configure() {
        if (System.getProperty(PARALLELISM) == null) {
            int carriers = Runtime.getRuntime().availableProcessors() + SPARE;
            System.setProperty(PARALLELISM, Integer.toString(carriers));
        }
    }
}

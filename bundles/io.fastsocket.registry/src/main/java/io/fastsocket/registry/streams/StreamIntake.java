package io.fastsocket.registry.streams;

/**
 * The way into a stream: what waits for it, and through how many streams that has gone. Used by any
 * thread.
 */
final class StreamIntake {

    private final ElementQueue queue;
    private final StreamFigures figures;
    private final Runnable arrived;

    /** Through how many streams the elements have gone, at most. */
    private volatile int hops;

    /** The runnable is run after each element that has come in. */
    StreamIntake(StreamMethod.Options options, StreamFigures figures, Runnable arrived) {
        queue = new ElementQueue(options.overflow(), options.buffer(), !options.observe());
        this.figures = figures;
        this.arrived = arrived;
    }

    ElementQueue queue() {
        return queue;
    }

    int hops() {
        return hops;
    }

    /** Gives it an element; may wait for room. */
    ElementQueue.Outcome offer(Object element) throws InterruptedException {
        ElementQueue.Outcome outcome = queue.offer(element);
        if (outcome == ElementQueue.Outcome.IN) {
            figures.received();
            arrived.run();
        }
        return outcome;
    }

    /** Gives it what a plugin sends; of what goes in a circle, nothing any more. */
    void offer(Object element, int gone) throws InterruptedException {
        if (gone > Hops.MOST) {
            figures.looping();
            return;
        }
        // Several may raise it at once, and one be lost; the next round of a circle raises it.
        if (gone > hops) {
            hops = gone;
        }
        var unused = offer(element);
    }
}

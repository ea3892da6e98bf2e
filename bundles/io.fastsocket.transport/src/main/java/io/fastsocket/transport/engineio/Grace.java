package io.fastsocket.transport.engineio;

/**
 * What a virtual thread may still send to loops that are behind, before it is held up like those
 * that send without end: a handler that sends little would wait for what others send.
 */
final class Grace {

    /** Handlers that send an event or two to some rooms are let through. */
    static final int FEW = 4;

    /** All of them together may make the queue so many times as long. */
    static final int TOGETHER = 4;

    private static final ThreadLocal<Grace> OF_THREAD = ThreadLocal.withInitial(Grace::new);

    private int left = FEW;

    private Grace() {}

    /** Whether the thread had something left; then it has one less. */
    static boolean use() {
        Grace grace = OF_THREAD.get();
        if (grace.left == 0) {
            return false;
        }
        grace.left--;
        return true;
    }
}

package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.routing.HandlerService;

/** Which handler the current thread is in, so that a handler may take itself out of service. */
public final class Inside {

    private static final ThreadLocal<Inside> CURRENT = ThreadLocal.withInitial(Inside::new);

    private HandlerService service;

    private Inside() {}

    /** The current thread's; get it once for many calls. */
    static Inside ofThread() {
        return CURRENT.get();
    }

    HandlerService enter(HandlerService entered) {
        HandlerService before = service;
        service = entered;
        return before;
    }

    void leave(HandlerService before) {
        service = before;
    }

    /**
     * Whether the current thread is in a call of a service.
     *
     * @param asked the service
     * @return true if waiting for its calls would be waiting for oneself
     */
    public static boolean callOf(HandlerService asked) {
        return ofThread().service == asked;
    }
}

package io.fastsocket.registry.streams;

import io.fastsocket.registry.sockets.Scope;

/** Notices plugins that use RxJava. It need not be there, so nothing of it is touched before. */
public final class RxJava {

    private static final String FLOWABLE = "io.reactivex.rxjava3.core.Flowable";

    private static volatile boolean used;

    private RxJava() {}

    /**
     * A plugin's life begins: if it can see RxJava, that uses threads of the plugin's own.
     *
     * @param scope its life
     */
    public static void come(Scope scope) {
        try {
            Class.forName(FLOWABLE, false, scope.origin().loader().get());
            RevisionSchedulers.of(scope);
            used = true;
        } catch (ClassNotFoundException | LinkageError e) {
            // It does not import it, or the server runs without; what needs it is refused later.
            return;
        }
    }

    /** Whether the runtime has it. */
    public static boolean there() {
        try {
            Class.forName(FLOWABLE, false, RxJava.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The runtime goes: RxJava is as it was. */
    public static void leave() {
        if (used) {
            used = false;
            RxHooks.uninstall();
        }
    }
}

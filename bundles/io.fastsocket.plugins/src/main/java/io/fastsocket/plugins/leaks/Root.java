package io.fastsocket.plugins.leaks;

import org.netbeans.lib.profiler.heap.GCRoot;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaFrameGCRoot;
import org.netbeans.lib.profiler.heap.ThreadObjectGCRoot;

import java.util.Arrays;
import java.util.List;

/**
 * Where the garbage collector begins.
 *
 * @param kind one of {@link GCRoot}'s
 * @param thread name of the thread that it is, or whose local variable it is; else null
 * @param threadType the class of that thread; else null
 * @param stack the methods that the thread is in, innermost first, as {@code Class.method}
 * @param frame which of these has the variable; -1 if it is none
 */
record Root(String kind, String thread, String threadType, List<String> stack, int frame) {

    static Root of(GCRoot root, Objects objects) {
        if (root instanceof JavaFrameGCRoot local && local.getThreadGCRoot() != null) {
            return of(root, local.getThreadGCRoot(), local.getFrameNumber(), objects);
        }
        if (root instanceof ThreadObjectGCRoot thread) {
            return of(root, thread, -1, objects);
        }
        return new Root(root.getKind().toString(), null, null, List.of(), -1);
    }

    private static Root of(GCRoot root, ThreadObjectGCRoot thread, int frame, Objects objects) {
        Instance object = thread.getInstance();
        StackTraceElement[] trace = thread.getStackTrace();
        List<String> stack =
                trace == null
                        ? List.of()
                        : Arrays.stream(trace)
                                .map(
                                        element ->
                                                element.getClassName()
                                                        + "."
                                                        + element.getMethodName())
                                .toList();
        return new Root(
                root.getKind().toString(),
                object == null ? "" : objects.threadName(object),
                object == null ? "" : objects.type(object),
                stack,
                frame);
    }

    boolean isThread() {
        return thread != null;
    }

    /** Whether a method of a class whose name begins so is under way in its thread. */
    boolean runs(String prefix) {
        return stack.stream().anyMatch(method -> method.startsWith(prefix));
    }

    @Override
    public String toString() {
        if (frame >= 0) {
            String where = frame < stack.size() ? ", in " + stack.get(frame) : "";
            return "local variable of the thread \"" + thread + "\"" + where;
        }
        if (isThread()) {
            return "running thread \"" + thread + "\"";
        }
        return kind.contains("JNI") ? "native code (" + kind + ")" : kind;
    }
}

package io.fastsocket.plugins.leaks;

import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.Instance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The shortest way from where the garbage collector begins to a class of a plugin, by references
 * that hold: not weak, soft, phantom or those of finalizers.
 *
 * @param root where it begins; null if it begins with a static field, since how the runtime holds
 *     its own classes tells nothing
 * @param steps from the first object to the last before the plugin
 * @param end the class of the plugin that is reached; empty if it is the class loader itself
 */
record RootPath(Root root, List<Step> steps, String end) {

    /** Longer than any way that anybody would read. */
    private static final int LIMIT = 100_000;

    /** The way to a class loader; empty if no such references lead to it. */
    static Optional<RootPath> to(Instance loader, Heap heap) {
        List<Instance> objects = new ArrayList<>();
        Instance at = loader;
        while (at != null && !at.isGCRoot() && objects.size() < LIMIT) {
            objects.add(at);
            at = at.getNearestGCRootPointer();
        }
        if (at == null || !at.isGCRoot()) {
            return Optional.empty();
        }
        objects.add(at);
        Collections.reverse(objects);
        return Optional.of(of(objects, loader, heap));
    }

    private static RootPath of(List<Instance> way, Instance loader, Heap heap) {
        Objects objects = new Objects(heap);
        int last = 0;
        while (last < way.size() - 1 && !objects.belongsTo(way.get(last), loader)) {
            last++;
        }
        List<Step> steps = new ArrayList<>();
        boolean fromRoot = true;
        for (int i = 0; i < last; i++) {
            Step step = step(way.get(i), way.get(i + 1), objects);
            if (step.isStatic()) {
                steps.clear();
                fromRoot = false;
            }
            steps.add(step);
        }
        Instance end = way.get(last);
        boolean isLoader = end.getInstanceId() == loader.getInstanceId();
        return new RootPath(
                fromRoot ? Root.of(heap.getGCRoot(way.getFirst()), objects) : null,
                List.copyOf(steps),
                isLoader ? "" : objects.type(end));
    }

    private static Step step(Instance object, Instance next, Objects objects) {
        return new Step(
                objects.type(object),
                objects.asClass(object) != null,
                objects.isThread(object) ? objects.threadName(object) : null,
                objects.reference(object, next));
    }

    /** Whether an object on the way is of a class whose name begins so. */
    boolean passes(String prefix) {
        return steps.stream().anyMatch(step -> step.isOf(prefix));
    }

    /** Whether the last reference is a field of that name. */
    boolean endsWith(String field) {
        return !steps.isEmpty() && steps.getLast().reference().equals(field);
    }

    /** For people, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (root != null) {
            lines.add(root.toString());
        }
        steps.forEach(step -> lines.add(step.toString()));
        lines.add(end.isEmpty() ? "the plugin's class loader" : end + ", a class of the plugin");
        return lines;
    }
}

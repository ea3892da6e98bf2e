package io.fastsocket.plugins.leaks;

import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks in a heap dump for what holds class loaders. */
public final class LeakSearch {

    private LeakSearch() {}

    /**
     * Looks for the loaders that references point to.
     *
     * @param dump where to look
     * @param referenceType name of the class of these references, which has a field {@code number}
     * @param wanted the numbers of those that matter
     * @return by number what holds each; those that are not in the dump are collected, and left out
     * @throws IOException if the dump cannot be read
     */
    public static Map<Long, Holder> search(HeapDump dump, String referenceType, Set<Long> wanted)
            throws IOException {
        Heap heap = HeapFactory.createHeap(dump.file().toFile());
        JavaClass type = heap.getJavaClassByName(referenceType);
        Map<Long, Holder> found = new TreeMap<>();
        if (type == null) {
            throw new IOException("the dump does not have " + referenceType);
        }
        for (Object object : type.getInstances()) {
            Instance reference = (Instance) object;
            boolean matters =
                    reference.getValueOfField("number") instanceof Long number
                            && wanted.contains(number);
            if (matters && reference.getValueOfField("referent") instanceof Instance loader) {
                found.put(
                        (Long) reference.getValueOfField("number"),
                        Holder.of(RootPath.to(loader, heap)));
            }
        }
        return found;
    }
}

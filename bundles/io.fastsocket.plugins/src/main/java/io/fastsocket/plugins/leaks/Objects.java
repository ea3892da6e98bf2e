package io.fastsocket.plugins.leaks;

import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.ObjectArrayInstance;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;
import org.netbeans.lib.profiler.heap.PrimitiveArrayInstance;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads objects of a heap dump. */
final class Objects {

    private static final String THREAD = "java.lang.Thread";

    /** Names of threads are short; what is longer is cut. */
    private static final int TEXT_LIMIT = 200;

    private final Heap heap;

    Objects(Heap heap) {
        this.heap = heap;
    }

    /** The class that an object stands for, or null if it is no class. */
    JavaClass asClass(Instance object) {
        return heap.getJavaClassByID(object.getInstanceId());
    }

    /** Its class's name; of a class, its own. A lambda is named after the class that has it. */
    String type(Instance object) {
        JavaClass itself = asClass(object);
        return plain((itself == null ? object.getJavaClass() : itself).getName());
    }

    private static String plain(String className) {
        int lambda = className.indexOf("$$Lambda");
        return lambda < 0 ? className : "lambda of " + className.substring(0, lambda);
    }

    /** Whether it is a class of that loader, or an object of such a class. */
    boolean belongsTo(Instance object, Instance loader) {
        JavaClass itself = asClass(object);
        Instance its = (itself == null ? object.getJavaClass() : itself).getClassLoader();
        return its != null && its.getInstanceId() == loader.getInstanceId();
    }

    boolean isThread(Instance object) {
        for (JavaClass type = object.getJavaClass(); type != null; type = type.getSuperClass()) {
            if (type.getName().equals(THREAD)) {
                return true;
            }
        }
        return false;
    }

    /** The name of a thread; empty if it has none. */
    String threadName(Instance thread) {
        return thread.getValueOfField("name") instanceof Instance name ? text(name) : "";
    }

    /** How one object refers to another: a field's name, or an index; empty if it does not. */
    String reference(Instance from, Instance to) {
        JavaClass itself = asClass(from);
        if (from instanceof ObjectArrayInstance array) {
            List<?> values = array.getValues();
            for (int i = 0; i < values.size(); i++) {
                if (is(values.get(i), to)) {
                    return "[" + i + "]";
                }
            }
            return "";
        }
        List<?> fields = itself == null ? from.getFieldValues() : itself.getStaticFieldValues();
        for (Object field : fields) {
            if (field instanceof ObjectFieldValue value && is(value.getInstance(), to)) {
                return ((FieldValue) value).getField().getName();
            }
        }
        return "";
    }

    private static boolean is(Object object, Instance other) {
        return object instanceof Instance instance
                && instance.getInstanceId() == other.getInstanceId();
    }

    /** The text of a String; empty if the object is none. */
    private static String text(Instance string) {
        if (!(string.getValueOfField("value") instanceof PrimitiveArrayInstance array)) {
            return "";
        }
        List<?> values = array.getValues();
        byte[] bytes = new byte[Math.min(values.size(), TEXT_LIMIT)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Byte.parseByte(values.get(i).toString());
        }
        boolean latin =
                !(string.getValueOfField("coder") instanceof Byte coder) || coder.intValue() == 0;
        return new String(bytes, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    }
}

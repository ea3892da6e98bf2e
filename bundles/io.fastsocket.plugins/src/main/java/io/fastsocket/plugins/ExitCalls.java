package io.fastsocket.plugins;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where a class ends the JVM. A look at the byte code, no sandbox: what is called by
 * reflection or through another library is not seen.
 */
final class ExitCalls extends ClassVisitor {

    private static final int API = Opcodes.ASM9;

    /** Methods that end the JVM, by class. */
    private static final Map<String, Set<String>> ENDS =
            Map.of("java/lang/System", Set.of("exit"), "java/lang/Runtime", Set.of("exit", "halt"));

    private final Set<String> found = new TreeSet<>();
    private String className = "";

    private ExitCalls() {
        super(API);
    }

    /** Whether a class file with these constants may hold such a call. */
    static boolean isSuspect(Set<String> constants) {
        return ENDS.entrySet().stream()
                .anyMatch(
                        end ->
                                constants.contains(end.getKey())
                                        && end.getValue().stream().anyMatch(constants::contains));
    }

    /**
     * The calls in a class.
     *
     * @param classFile its bytes
     * @return such as {@code plugin.Chat.message calls System.exit}
     * @throws IllegalArgumentException if it is no class file that can be read
     */
    static Set<String> in(byte[] classFile) {
        ExitCalls calls = new ExitCalls();
        try {
            new ClassReader(classFile)
                    .accept(calls, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("damaged class file", e);
        }
        return calls.found;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            String signature,
            String superName,
            String[] interfaces) {
        className = name.replace('/', '.');
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Method(name);
    }

    /** Looks at calls and at method references. */
    private final class Method extends MethodVisitor {

        private final String name;

        Method(String name) {
            super(API);
            this.name = name;
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String called, String descriptor, boolean isInterface) {
            see(owner, called);
        }

        @Override
        public void visitInvokeDynamicInsn(
                String called, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    see(handle.getOwner(), handle.getName());
                }
            }
        }

        private void see(String owner, String called) {
            if (ENDS.getOrDefault(owner, Set.of()).contains(called)) {
                String type = owner.substring(owner.lastIndexOf('/') + 1);
                found.add("%s.%s calls %s.%s".formatted(className, place(), type, called));
            }
        }

        /** Code of a lambda belongs to the method that it is written in. */
        private String place() {
            if (!name.startsWith("lambda$")) {
                return name;
            }
            return name.substring("lambda$".length(), name.lastIndexOf('$'));
        }
    }
}

package io.fastsocket.plugins;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The little that is to be known of a class before it is loaded. Layout: Java Virtual Machine
 * Specification, 4.1 and 4.4.
 *
 * @param major its version; Java 21 is 65
 * @param handlesEvents whether it bears one of the {@code @On…} annotations
 * @param mayExit whether it names what is needed to end the JVM
 */
record ClassFile(int major, boolean handlesEvents, boolean mayExit) {

    private static final int MAGIC = 0xcafebabe;
    private static final Set<String> ANNOTATIONS =
            Set.of(
                    "Lio/fastsocket/api/OnEvent;",
                    "Lio/fastsocket/api/OnAny;",
                    "Lio/fastsocket/api/OnStream;",
                    "Lio/fastsocket/api/OnHandshake;",
                    "Lio/fastsocket/api/OnConnect;",
                    "Lio/fastsocket/api/OnDisconnect;");

    /** The class file version of a Java release. */
    static int majorOf(int javaRelease) {
        return javaRelease + 44;
    }

    /**
     * Reads a class file.
     *
     * @throws IOException if it is none
     */
    static ClassFile read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readUnsignedShort();
        int major = in.readUnsignedShort();
        int count = in.readUnsignedShort();
        Set<String> texts = new HashSet<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.add(in.readUTF());
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // They take two places in the table.
                }
                default -> throw new IOException("constant of unknown kind " + tag);
            }
        }
        boolean handlesEvents = ANNOTATIONS.stream().anyMatch(texts::contains);
        return new ClassFile(major, handlesEvents, ExitCalls.isSuspect(texts));
    }
}

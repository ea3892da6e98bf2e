package io.fastsocket.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes JARs entry by entry. */
final class Jars {

    private Jars() {}

    /**
     * A JAR.
     *
     * @param entries names and contents in turn; a content that is no byte array is written as text
     */
    static byte[] jar(Object... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write(
                        entries[i + 1] instanceof byte[] content
                                ? content
                                : entries[i + 1].toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A bundle: a manifest with these lines, and the entries. */
    static byte[] bundle(String headers, Object... entries) throws IOException {
        Object[] all = new Object[entries.length + 2];
        all[0] = "META-INF/MANIFEST.MF";
        all[1] = "Manifest-Version: 1.0\n" + headers.strip() + "\n";
        System.arraycopy(entries, 0, all, 2, entries.length);
        return jar(all);
    }

    /** The beginning of a class file, with these constants. */
    static byte[] classFile(int major, String... constants) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0});
        short2(bytes, major);
        short2(bytes, constants.length + 1);
        for (String constant : constants) {
            byte[] utf8 = constant.getBytes(StandardCharsets.UTF_8);
            bytes.write(1);
            short2(bytes, utf8.length);
            bytes.writeBytes(utf8);
        }
        return bytes.toByteArray();
    }

    private static void short2(ByteArrayOutputStream bytes, int value) {
        bytes.write(value >> 8);
        bytes.write(value);
    }
}

package io.fastsocket.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads a JAR from beginning to end, so that one damaged in the middle is found before it runs.
 * Used once.
 */
final class JarReader {

    private static final String VERSIONS = "META-INF/versions/";

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final NavigableSet<String> packages = new TreeSet<>();
    private final List<String> eventClasses = new ArrayList<>();
    private final List<String> exitCalls = new ArrayList<>();
    private int newestClass;
    private String newestClassName = "";
    private boolean declaresHandlers;

    private JarReader() {}

    /**
     * Reads a JAR that nobody writes to.
     *
     * @param jar the copy
     * @param sha256 of its content
     * @throws IOException if it is damaged
     */
    static JarFacts read(Path jar, String sha256) throws IOException {
        JarReader reader = new JarReader();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            reader.manifest(zip);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    reader.entry(entry.getName(), content(zip, entry));
                }
            }
        } catch (IllegalArgumentException e) {
            // A name that is not in the encoding it claims.
            throw new ZipException(e.getMessage());
        }
        return new JarFacts(
                sha256,
                Collections.unmodifiableMap(reader.headers),
                reader.packages,
                reader.newestClass,
                reader.newestClassName,
                List.copyOf(reader.eventClasses),
                List.copyOf(reader.exitCalls),
                reader.declaresHandlers);
    }

    private void manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("META-INF/MANIFEST.MF");
        if (entry != null) {
            new Manifest(new ByteArrayInputStream(content(zip, entry)))
                    .getMainAttributes()
                    .forEach((key, value) -> headers.put(key.toString(), value.toString()));
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readAllBytes();
            CRC32 crc = new CRC32();
            crc.update(content);
            if (entry.getCrc() != -1 && crc.getValue() != entry.getCrc()) {
                throw new ZipException(entry.getName() + " does not match its checksum");
            }
            return content;
        }
    }

    private void entry(String name, byte[] content) throws IOException {
        if (name.endsWith(".class")) {
            classFile(name, content);
        } else if (name.endsWith(".jar") && onClassPath(name)) {
            nested(content);
        } else if (name.endsWith(".xml") && !declaresHandlers && isComponentDescription(name)) {
            declaresHandlers =
                    new String(content, StandardCharsets.UTF_8)
                            .contains("\"io.fastsocket.api.EventHandlers\"");
        }
    }

    private void nested(byte[] jar) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    classFile(entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    private void classFile(String entryName, byte[] content) throws IOException {
        String name = withoutVersion(entryName);
        if (name == null || name.endsWith("module-info.class")) {
            return;
        }
        int slash = name.lastIndexOf('/');
        if (slash > 0) {
            packages.add(name.substring(0, slash).replace('/', '.'));
        }
        String className = name.substring(0, name.length() - ".class".length()).replace('/', '.');
        ClassFile file;
        try {
            file = ClassFile.read(content);
            if (file.mayExit()) {
                exitCalls.addAll(ExitCalls.in(content));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ZipException(entryName + " is not a class file");
        }
        if (file.major() > newestClass) {
            newestClass = file.major();
            newestClassName = className;
        }
        if (file.handlesEvents()) {
            eventClasses.add(className);
        }
    }

    /** Where the class stands for this JVM; null if it is for newer ones only. */
    private static String withoutVersion(String name) {
        if (!name.startsWith(VERSIONS)) {
            return name;
        }
        int slash = name.indexOf('/', VERSIONS.length());
        String release = slash < 0 ? "" : name.substring(VERSIONS.length(), slash);
        boolean forThis =
                release.matches("[0-9]{1,3}")
                        && Integer.parseInt(release) <= Runtime.version().feature();
        return forThis ? name.substring(slash + 1) : null;
    }

    private boolean onClassPath(String name) {
        return ManifestHeader.parse(headers.get("Bundle-ClassPath")).stream()
                .flatMap(clause -> clause.paths().stream())
                .anyMatch(path -> path.equals(name) || path.equals("/" + name));
    }

    private boolean isComponentDescription(String name) {
        return ManifestHeader.parse(headers.get("Service-Component")).stream()
                .flatMap(clause -> clause.paths().stream())
                .map(path -> path.startsWith("/") ? path.substring(1) : path)
                .anyMatch(path -> path.equals(name) || matches(path, name));
    }

    /** The one wildcard that DS knows: in the last part of the path (Compendium, 112.4.1). */
    private static boolean matches(String path, String name) {
        int star = path.indexOf('*');
        return star >= 0
                && path.lastIndexOf('/') == name.lastIndexOf('/')
                && name.startsWith(path.substring(0, star))
                && name.endsWith(path.substring(path.lastIndexOf('*') + 1));
    }
}

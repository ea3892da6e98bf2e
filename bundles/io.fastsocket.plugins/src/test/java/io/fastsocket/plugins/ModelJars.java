package io.fastsocket.plugins;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * The JARs of the model. Each member is compiled once; its contents differ in the manifest and in a
 * file that says what they are, so that hundreds cost nothing.
 */
final class ModelJars {

    private static final String WHAT = "what.txt";
    private static final String COMPONENT = "OSGI-INF/plugin.Chat.xml";

    private final Map<Member, byte[]> templates = new EnumMap<>(Member.class);
    private final byte[] exits;

    ModelJars() throws IOException {
        for (Member member : Member.values()) {
            templates.put(member, ModelSources.of(member).build());
        }
        String source = "package plugin; class Ends { static void now() { System.exit(1); } }";
        exits =
                entries(PluginJar.empty("ends", "1.0.0").source("plugin.Ends", source).build())
                        .get("plugin/Ends.class");
    }

    /** The bytes of a content. */
    byte[] bytes(Content content) throws IOException {
        if (content.kind() == Content.Kind.EMPTY) {
            return new byte[0];
        }
        byte[] template = templates.get(content.member());
        Map<String, byte[]> entries = entries(template);
        entries.put(WHAT, content.label().getBytes(StandardCharsets.UTF_8));
        switch (content.kind()) {
            case EXITS -> entries.put("plugin/Ends.class", exits);
            case NEEDY -> entries.computeIfPresent(COMPONENT, (name, xml) -> needy(xml));
            default -> {
                // The manifest says it, or the content of what.txt.
            }
        }
        byte[] jar = jar(manifest(template, content), entries);
        return content.kind() == Content.Kind.TRUNCATED ? Arrays.copyOf(jar, jar.length / 2) : jar;
    }

    private static byte[] needy(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8)
                .replaceFirst(
                        "<implementation",
                        "<reference name=\"more\" interface=\"java.lang.Runnable\"/>"
                                + "<implementation")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest manifest(byte[] template, Content content) throws IOException {
        Manifest manifest;
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(template))) {
            manifest = in.getManifest();
        }
        Attributes all = manifest.getMainAttributes();
        all.putValue("Bundle-Version", content.version());
        String exported = all.getValue("Export-Package");
        if (exported != null) {
            all.putValue("Export-Package", exported.replace("1.0.0", content.version()));
        }
        switch (content.kind()) {
            case NO_HANDLER -> all.remove(new Attributes.Name("Service-Component"));
            case UNRESOLVED -> {
                String imported = all.getValue("Import-Package");
                String more = "nowhere;version=\"[3,4)\"";
                all.putValue("Import-Package", imported == null ? more : imported + "," + more);
            }
            default -> {
                // Differs elsewhere.
            }
        }
        return manifest;
    }

    private static Map<String, byte[]> entries(byte[] jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    /** The same bytes for the same content, whenever it is made. */
    private static byte[] jar(Manifest manifest, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        manifest.write(header);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            put(out, JarFile.MANIFEST_NAME, header.toByteArray());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}

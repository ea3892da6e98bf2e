package io.fastsocket.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

/** Makes a plugin from source, as the examples' build does but in a fraction of a second. */
final class PluginJar {

    private final String name;
    private final String version;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Path> libraries = new ArrayList<>();

    private PluginJar(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** A plugin of that symbolic name, which is its package too. */
    static PluginJar named(String name, String version) {
        return new PluginJar(name, version);
    }

    /** A plugin of one component with this body, in the namespace {@code /}. */
    static Path handler(String name, String version, String body) {
        return named(name, version).handler(body).build();
    }

    /** A plugin of one event that always gets the same answer. */
    static Path answering(String name, String version, String event, String answer) {
        return handler(
                name,
                version,
                "@OnEvent(\"%s\") String answer() { return \"%s\"; }".formatted(event, answer));
    }

    PluginJar handler(String body) {
        return source(
                "Handler",
                """
            package %s;

            import io.fastsocket.api.*;
            import jakarta.validation.constraints.*;
            import org.osgi.service.component.annotations.*;

            @Component
            public final class Handler implements EventHandlers {
            %s
            }
            """
                        .formatted(name, body));
    }

    /** Adds a class; the text begins with its package. */
    PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    PluginJar header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Compiles against that JAR as well, and lets headers name its packages. */
    PluginJar library(Path jar) {
        libraries.add(jar);
        return this;
    }

    private String classPath() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(System.getProperty("java.class.path")),
                        libraries.stream().map(Path::toString))
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }

    Path build() {
        Path folder = Setup.newFolder("plugin");
        Path jar = folder.resolve(name + "-" + version + ".jar");
        try {
            Path classes = compile(folder);
            assemble(classes, jar);
            return jar;
        } catch (Exception e) {
            throw new AssertionError("cannot make " + jar, e);
        }
    }

    private Path compile(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--release", "21", "-proc:none"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        arguments.addAll(List.of("-d", classes.toString()));
        arguments.addAll(List.of("-cp", classPath()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, said, said, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError("does not compile: " + said.toString(StandardCharsets.UTF_8));
        }
        return classes;
    }

    private void assemble(Path classes, Path jar) throws Exception {
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            for (String entry : classPath().split(File.pathSeparator)) {
                File file = new File(entry);
                if (file.isFile()) {
                    builder.addClasspath(file);
                }
            }
            builder.setProperty("Bundle-SymbolicName", name);
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("Private-Package", name);
            builder.setProperty("-noimportjava", "true");
            headers.forEach(builder::setProperty);
            try (Jar built = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new AssertionError(builder.getErrors().toString());
                }
                built.write(jar.toFile());
            }
        }
    }

    /**
     * The same JAR with other bytes: a comment is added to its zip directory, so it is a new
     * revision of the same code.
     */
    static byte[] variant(Path jar, String comment) {
        try {
            byte[] old = Files.readAllBytes(jar);
            byte[] text = comment.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            byte[] made = java.util.Arrays.copyOf(old, old.length + text.length);
            System.arraycopy(text, 0, made, old.length, text.length);
            // The comment's length is the last field of the zip's end record (APPNOTE 4.3.16).
            made[old.length - 2] = (byte) text.length;
            made[old.length - 1] = (byte) (text.length >> 8);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

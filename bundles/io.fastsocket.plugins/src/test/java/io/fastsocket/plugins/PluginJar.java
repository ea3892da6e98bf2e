package io.fastsocket.plugins;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Builds the JAR of a plugin from source, as a plugin author's build does. */
final class PluginJar {

    private static final Map<String, byte[]> BUILT = new ConcurrentHashMap<>();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private PluginJar(String symbolicName, String version) {
        header("Bundle-SymbolicName", symbolicName);
        header("Bundle-Version", version);
        header("-contract", "*");
        header("-noextraheaders", "true");
        header("Private-Package", "*");
    }

    /** A plugin with one handler whose answer is {@code symbolicName version text}. */
    static PluginJar handler(String symbolicName, String version) {
        return empty(symbolicName, version).component("", "", symbolicName + " " + version);
    }

    static PluginJar empty(String symbolicName, String version) {
        return new PluginJar(symbolicName, version);
    }

    PluginJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A handler component. */
    PluginJar component(String annotations, String members, String answer) {
        return source(
                "plugin.Chat",
                """
                package plugin;
                import io.fastsocket.api.*;
                import org.osgi.service.component.annotations.*;
                @Component %s
                public final class Chat implements EventHandlers {
                    %s
                    @OnEvent("ask") String ask() { return "%s"; }
                    @Override public String toString() { return ask(); }
                }
                """
                        .formatted(annotations, members, answer));
    }

    PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Compiled against, but not put into the JAR. */
    PluginJar notIncluded(String className, String text) {
        leftOut.add(className);
        return source(className, text);
    }

    /** The JAR; the same each time. */
    byte[] build() throws IOException {
        String key = headers + " " + sources + " " + leftOut;
        byte[] known = BUILT.get(key);
        if (known == null) {
            known = make();
            BUILT.put(key, known);
        }
        return known.clone();
    }

    private byte[] make() throws IOException {
        Path work = Files.createTempDirectory("plugin");
        Path classes = compile(work);
        for (String name : leftOut) {
            Files.delete(classes.resolve(name.replace('.', '/') + ".class"));
        }
        Path jar = work.resolve("plugin.jar");
        try (Builder builder = new Builder();
                Jar classPath = new Jar(classes.toFile())) {
            builder.setProperty("-dsannotations", "*");
            headers.forEach(builder::setProperty);
            builder.addClasspath(classPath);
            for (String part : List.of("io.fastsocket.api", "component.annotations")) {
                builder.addClasspath(new File(onClassPath(part)));
            }
            builder.setProperty(Analyzer.PRIVATE_PACKAGE, privatePackages());
            builder.build().write(jar.toFile());
            if (!builder.getErrors().isEmpty()) {
                throw new IllegalStateException(builder.getErrors().toString());
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Files.readAllBytes(jar);
    }

    private static String onClassPath(String part) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && entry.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private String privatePackages() {
        String given = headers.get("Private-Package");
        return given.equals("*") ? "plugin.*" : given;
    }

    private Path compile(Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        if (sources.isEmpty()) {
            return classes;
        }
        arguments.addAll(List.of("--release", "21", "-cp", System.getProperty("java.class.path")));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        java.io.ByteArrayOutputStream errors = new java.io.ByteArrayOutputStream();
        if (compiler.run(null, null, errors, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(
                    errors.toString(java.nio.charset.StandardCharsets.UTF_8));
        }
        return classes;
    }
}

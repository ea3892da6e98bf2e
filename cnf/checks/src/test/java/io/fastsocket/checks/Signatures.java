package io.fastsocket.checks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;

/**
 * The public and protected surface of a jar as text, one declaration a line, by the JDK's own
 * {@code javap}.
 */
final class Signatures {

    private Signatures() {}

    static String of(Path jar) throws IOException {
        List<String> classes;
        try (JarFile file = new JarFile(jar.toFile())) {
            classes =
                    file.stream()
                            .map(e -> e.getName())
                            .filter(n -> n.endsWith(".class") && !n.endsWith("package-info.class"))
                            .map(
                                    n ->
                                            n.substring(0, n.length() - ".class".length())
                                                    .replace('/', '.'))
                            .sorted()
                            .toList();
        }
        StringBuilder text = new StringBuilder();
        for (String name : classes) {
            String declaration = javap(jar, name);
            if (declaration.startsWith("public ")) {
                text.append(declaration).append('\n');
            }
        }
        return text.toString();
    }

    private static String javap(Path jar, String name) {
        StringWriter out = new StringWriter();
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        int status =
                javap.run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "-protected",
                        "-constants",
                        "-cp",
                        jar.toString(),
                        name);
        if (status != 0) {
            throw new IllegalStateException("javap " + name + ": " + out);
        }
        return out.toString()
                .lines()
                .filter(l -> !l.startsWith("Compiled from"))
                .reduce("", (a, b) -> a + b + "\n");
    }
}

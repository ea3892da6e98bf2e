package io.fastsocket.plugins;

import org.osgi.framework.Version;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * What a JAR is, as far as it can be told without installing it.
 *
 * @param sha256 of its content, 64 hexadecimal digits
 * @param headers main attributes of its manifest
 * @param packages that it holds classes of, those of JARs on its Bundle-ClassPath included
 * @param newestClass class file version of its newest class
 * @param newestClassName that class
 * @param eventClasses classes that bear {@code @On…} annotations
 * @param exitCalls where its classes end the JVM, such as {@code plugin.Chat.message calls
 *     System.exit}
 * @param declaresHandlers whether a component description provides {@code EventHandlers}
 */
record JarFacts(
        String sha256,
        Map<String, String> headers,
        NavigableSet<String> packages,
        int newestClass,
        String newestClassName,
        List<String> eventClasses,
        List<String> exitCalls,
        boolean declaresHandlers) {

    /** The header that marks a library. */
    static final String LIBRARY = "FastSocket-Library";

    /** The header, or null. */
    String header(String name) {
        return headers.get(name);
    }

    /** Bundle-SymbolicName without directives, or an empty string. */
    String symbolicName() {
        return ManifestHeader.parse(header("Bundle-SymbolicName")).stream()
                .map(clause -> clause.paths().isEmpty() ? "" : clause.paths().get(0))
                .findFirst()
                .orElse("");
    }

    /**
     * Bundle-Version; 0.0.0 without one.
     *
     * @throws IllegalArgumentException if it is none
     */
    Version version() {
        return Version.parseVersion(header("Bundle-Version"));
    }

    /** Whether it says that it cannot run beside its old self. */
    boolean singleton() {
        boolean directive =
                ManifestHeader.parse(header("Bundle-SymbolicName")).stream()
                        .anyMatch(clause -> "true".equals(clause.directives().get("singleton")));
        String header = header("FastSocket-Parallel");
        return directive || (header != null && header.strip().equalsIgnoreCase("false"));
    }

    /** Whether it says that it is there for its exported packages. */
    boolean library() {
        return isTrue(header(LIBRARY));
    }

    static boolean isTrue(String header) {
        return header != null && header.strip().equalsIgnoreCase("true");
    }

    /** The packages that it exports. */
    List<String> exports() {
        return exports(header("Export-Package"));
    }

    /** The packages named by an Export-Package header; none for null. */
    static List<String> exports(String header) {
        return ManifestHeader.parse(header).stream()
                .flatMap(clause -> clause.paths().stream())
                .toList();
    }
}

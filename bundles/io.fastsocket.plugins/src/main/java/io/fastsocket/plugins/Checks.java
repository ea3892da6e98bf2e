package io.fastsocket.plugins;

import io.fastsocket.plugins.ManifestHeader.Clause;

import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What can be told from a JAR alone. The first rule broken is named. */
final class Checks {

    private static final String API = "io.fastsocket.api";
    private static final int NAMED_AT_MOST = 5;

    private final Supplier<RuntimeBundles> runtime;

    /**
     * Rules against what runs now.
     *
     * @param runtime asked at each check
     */
    Checks(Supplier<RuntimeBundles> runtime) {
        this.runtime = runtime;
    }

    /**
     * Checks a JAR.
     *
     * @param jar as read
     * @throws RefusedException with the rule it breaks
     */
    void check(JarFacts jar) throws RefusedException {
        RuntimeBundles now = runtime.get();
        isBundle(jar);
        isOwn(jar, now);
        classesRunHere(jar);
        letsTheRuntimeLive(jar);
        apiFits(jar, now.packages());
        embedsNothing(jar, now.packages());
        exportsNothing(jar);
        isOnlyALibrary(jar);
        hasHandlerComponent(jar);
    }

    private static void isBundle(JarFacts jar) throws RefusedException {
        String cure = "Build it as an OSGi bundle, for instance with the bnd-maven-plugin.";
        if (jar.symbolicName().isEmpty()) {
            throw new RefusedException(
                    "is no OSGi bundle: its manifest has no Bundle-SymbolicName", cure);
        }
        String manifestVersion = jar.header("Bundle-ManifestVersion");
        if (manifestVersion == null || !manifestVersion.strip().equals("2")) {
            throw new RefusedException(
                    "is no OSGi bundle: its manifest has no Bundle-ManifestVersion: 2", cure);
        }
        if (jar.header("Fragment-Host") != null) {
            throw new RefusedException(
                    "is a fragment (Fragment-Host: %s); a plugin stands alone"
                            .formatted(jar.header("Fragment-Host")),
                    "Remove the Fragment-Host header.");
        }
        try {
            jar.version();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    "Bundle-Version %s is no version".formatted(jar.header("Bundle-Version")),
                    "Write it as major.minor.micro.qualifier.");
        }
    }

    private static void isOwn(JarFacts jar, RuntimeBundles now) throws RefusedException {
        if (now.symbolicNames().contains(jar.symbolicName())) {
            throw new RefusedException(
                    jar.symbolicName() + " is a bundle of the runtime, not a plugin",
                    "Give the plugin a Bundle-SymbolicName of its own.");
        }
    }

    private static void classesRunHere(JarFacts jar) throws RefusedException {
        int here = Runtime.version().feature();
        if (jar.newestClass() > ClassFile.majorOf(here)) {
            throw new RefusedException(
                    "%s is compiled for Java %d; this is Java %d"
                            .formatted(
                                    jar.newestClassName(),
                                    jar.newestClass() - ClassFile.majorOf(0),
                                    here),
                    "Compile it with --release " + here + " or less.");
        }
    }

    private static void letsTheRuntimeLive(JarFacts jar) throws RefusedException {
        if (!jar.exitCalls().isEmpty()) {
            throw new RefusedException(
                    "would end the server for everybody: " + join(jar.exitCalls()),
                    "Throw an exception instead: it ends the event alone.");
        }
    }

    private static void apiFits(JarFacts jar, NavigableMap<String, NavigableSet<Version>> provided)
            throws RefusedException {
        NavigableSet<Version> versions = provided.getOrDefault(API, new TreeSet<>());
        for (Clause clause : ManifestHeader.parse(jar.header("Import-Package"))) {
            String range = clause.attributes().get("version");
            if (clause.paths().contains(API) && range != null && !includes(range, versions)) {
                throw new RefusedException(
                        "is built for %s %s; this runtime has %s"
                                .formatted(API, range, join(versions)),
                        "Build it against the API that is in repo/.");
            }
        }
    }

    private static boolean includes(String range, NavigableSet<Version> versions)
            throws RefusedException {
        try {
            VersionRange wanted = VersionRange.valueOf(range);
            return versions.stream().anyMatch(wanted::includes);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    "imports %s with version %s, which is no range".formatted(API, range),
                    "Let bnd write the Import-Package header.");
        }
    }

    private static void embedsNothing(
            JarFacts jar, NavigableMap<String, NavigableSet<Version>> provided)
            throws RefusedException {
        List<String> own = jar.packages().stream().filter(provided::containsKey).toList();
        if (!own.isEmpty()) {
            throw new RefusedException(
                    "holds its own copy of %s, which the runtime provides".formatted(join(own)),
                    "Leave it out of the JAR and import it (scope provided in Maven).");
        }
    }

    private static void exportsNothing(JarFacts jar) throws RefusedException {
        if (!jar.library() && !jar.exports().isEmpty()) {
            throw new RefusedException(
                    "exports %s; a plugin exports nothing".formatted(join(jar.exports())),
                    "Make the packages private; or put them into a JAR of their own, marked"
                            + " FastSocket-Library: true.");
        }
    }

    private static void isOnlyALibrary(JarFacts jar) throws RefusedException {
        if (!jar.library()) {
            return;
        }
        if (jar.exports().isEmpty()) {
            throw new RefusedException(
                    "is marked as a library (FastSocket-Library: true), but exports nothing",
                    "Export the packages that plugins share, or take the mark away.");
        }
        if (!jar.eventClasses().isEmpty() || jar.declaresHandlers()) {
            throw new RefusedException(
                    "is a library and handles events%s; a library is there for its packages"
                            .formatted(
                                    jar.eventClasses().isEmpty()
                                            ? ""
                                            : " in " + join(jar.eventClasses())),
                    "Move the handlers into a plugin that imports the library's packages.");
        }
    }

    private static void hasHandlerComponent(JarFacts jar) throws RefusedException {
        boolean registersByHand = jar.header("Bundle-Activator") != null;
        if (!jar.eventClasses().isEmpty() && !jar.declaresHandlers() && !registersByHand) {
            throw new RefusedException(
                    "has event handlers in %s, but no component offers them"
                            .formatted(join(jar.eventClasses())),
                    "Add @Component and implements EventHandlers to the class.");
        }
    }

    private static String join(java.util.Collection<?> names) {
        String joined =
                names.stream()
                        .limit(NAMED_AT_MOST)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        int more = names.size() - NAMED_AT_MOST;
        return more > 0 ? joined + " and " + more + " more" : joined;
    }
}

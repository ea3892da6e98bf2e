package io.fastsocket.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps the arrows between bundles, as the built manifests show them: nothing points to a runtime
 * bundle.
 */
class ArrowsTest {

    /** Packages of libraries, copied so that plugins may bring their own, or for their size. */
    private static final Map<String, Set<String>> COPIES =
            Map.of(
                    "io.fastsocket.plugins",
                    Set.of("org.objectweb.asm", "org.netbeans.lib.profiler.heap"));

    private static final String API = "io.fastsocket.api";
    private static final String SPI = "io.fastsocket.spi";
    private static final String LOGGING = "io.fastsocket.logging";

    /** A part of pax-logging's bundle, since Log4j looks for plugins nowhere else. */
    private static final String LOG4J = LOGGING + ".log4j";

    private static final String ENGINE = "io.fastsocket.transport";

    /** Holds a copy of what both engines have in common, since it may not import that. */
    private static final String SECOND_ENGINE = ENGINE + ".nettysocketio";

    static Stream<BuiltBundle> bundles() {
        return BuiltBundle.all().stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theFolderNamesTheBundle(BuiltBundle bundle) {
        assertThat(bundle.manifest().getValue("Bundle-SymbolicName")).isEqualTo(bundle.folder());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void onlyApiAndSpiExport(BuiltBundle bundle) {
        List<String> exported = List.copyOf(bundle.packages("Export-Package").keySet());
        switch (bundle.folder()) {
            case API -> assertThat(exported).containsExactly(API);
            case SPI -> assertThat(exported).isNotEmpty().allMatch(p -> p.startsWith(SPI + "."));
            case LOG4J -> assertThat(exported).containsExactly(LOG4J);
            default -> assertThat(exported).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void importsOfOursAreApiAndSpiAlone(BuiltBundle bundle) {
        List<String> ours =
                bundle.packages("Import-Package").keySet().stream()
                        .filter(p -> p.startsWith("io.fastsocket."))
                        .toList();
        assertThat(ours)
                .allMatch(
                        p ->
                                switch (bundle.folder()) {
                                    case API -> false;
                                    case LOGGING -> isApiOrSpi(p) || p.equals(LOG4J);
                                    default -> isApiOrSpi(p);
                                });
    }

    private static boolean isApiOrSpi(String name) {
        return name.equals(API) || name.startsWith(SPI + ".");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apiAndSpiNeedNothingButJavaAndOsgi(BuiltBundle bundle) {
        if (bundle.folder().equals(API) || bundle.folder().equals(SPI)) {
            assertThat(bundle.packages("Import-Package").keySet())
                    .allMatch(
                            p ->
                                    p.startsWith("java.")
                                            || p.startsWith("org.osgi.")
                                            || p.startsWith("io.fastsocket."));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingIsWiredBehindTheManifestsBack(BuiltBundle bundle) {
        for (String header :
                List.of(
                        "Require-Bundle",
                        "DynamicImport-Package",
                        "Fragment-Host",
                        "Bundle-ClassPath")) {
            if (!bundle.folder().equals(LOG4J) || !header.equals("Fragment-Host")) {
                assertThat(bundle.manifest().getValue(header)).as(header).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleHoldsItsOwnPackagesOnly(BuiltBundle bundle) throws IOException {
        String own = bundle.folder().equals(SECOND_ENGINE) ? ENGINE : bundle.folder();
        Set<String> copied = COPIES.getOrDefault(bundle.folder(), Set.of());
        assertThat(bundle.content())
                .allMatch(
                        p ->
                                p.equals(bundle.folder())
                                        || p.startsWith(own + ".")
                                        || copied.contains(p));
    }

    @Test
    void theSecondEngineHoldsAnExactCopy() throws IOException {
        Map<String, Long> engine = named(ENGINE).classes();
        Map<String, Long> copy = new TreeMap<>(named(SECOND_ENGINE).classes());
        copy.keySet().removeIf(name -> name.startsWith(SECOND_ENGINE.replace('.', '/') + "/"));
        assertThat(copy).isNotEmpty();
        assertThat(engine).containsAllEntriesOf(copy);
    }

    private static BuiltBundle named(String folder) {
        return bundles().filter(b -> b.folder().equals(folder)).findFirst().orElseThrow();
    }
}

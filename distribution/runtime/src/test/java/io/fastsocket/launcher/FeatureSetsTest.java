package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Proves that every set of features that can be switched on resolves. */
final class FeatureSetsTest {

    private static final String SECOND_ENGINE = "transport-netty-socketio";

    @TempDir private Path folder;

    private static List<String> others() {
        return new FeatureReader(Product.installation())
                .known().stream().filter(name -> !name.equals(FeatureReader.CORE)).toList();
    }

    /**
     * Each feature alone: it has what it needs. All, and all but one: nothing is in another's way.
     * A set between those has more than the smaller ones and fewer conflicts than the larger.
     */
    static Set<String> featureSets() {
        List<String> others = others();
        Set<String> sets = new LinkedHashSet<>();
        sets.add(FeatureReader.CORE);
        for (String one : others) {
            sets.add(FeatureReader.CORE + "," + one);
            List<String> rest = new ArrayList<>(others);
            rest.remove(one);
            sets.add(FeatureReader.CORE + "," + String.join(",", rest));
        }
        sets.add(FeatureReader.CORE + "," + String.join(",", others));
        return sets;
    }

    @ParameterizedTest
    @MethodSource("featureSets")
    void everyFeatureSetResolves(String set) {
        List<Feature> features =
                new FeatureReader(Product.installation()).read(List.of(set.split(",")), set);
        FrameworkRunner runner = new FrameworkRunner(FrameworkRunner.defaults(new Home(folder)));
        try {
            runner.prepare(Product.installation(), features);
        } finally {
            runner.stop(Duration.ofSeconds(30));
        }
    }

    @Test
    void theRepositoryHoldsWhatTheFeaturesNameAndNothingElse() throws IOException {
        FeatureReader reader = new FeatureReader(Product.installation());
        Path repo = Product.installation().repo();
        Set<String> named = new TreeSet<>();
        for (Feature feature : reader.read(reader.known(), "all")) {
            feature.bundles().forEach(b -> named.add(b.artifact().in(repo).toString()));
        }
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(repo)) {
            files.map(Path::toString).filter(name -> name.endsWith(".jar")).forEach(there::add);
        }
        assertThat(there).isEqualTo(named);
    }

    @Test
    void theDefaultIsEveryFeatureButTheSecondEngine() {
        List<String> known = new ArrayList<>(new FeatureReader(Product.installation()).known());
        known.remove(SECOND_ENGINE);
        assertThat(Setting.FEATURES.defaultValue().split(","))
                .containsExactlyInAnyOrderElementsOf(known);
    }
}

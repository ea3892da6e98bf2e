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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Proves that every set of features that can be switched on resolves. */
final class FeatureSetsTest {

    @TempDir private Path folder;

    private static List<String> others() {
        return new FeatureReader(Product.installation())
                .known().stream().filter(name -> !name.equals(FeatureReader.CORE)).toList();
    }

    static List<String> featureSets() {
        List<String> others = others();
        List<String> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << others.size(); bits++) {
            List<String> set = new ArrayList<>(List.of(FeatureReader.CORE));
            for (int i = 0; i < others.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    set.add(others.get(i));
                }
            }
            sets.add(String.join(",", set));
        }
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
    void theDefaultIsEveryFeature() {
        assertThat(Setting.FEATURES.defaultValue().split(","))
                .containsExactlyInAnyOrderElementsOf(
                        new FeatureReader(Product.installation()).known());
    }
}

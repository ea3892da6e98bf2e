package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.itests.MetricsText.Family;
import io.fastsocket.itests.MetricsText.Sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Reads a product's metrics by curl. */
record Scraper(Product product) {

    static void await(String what, BooleanSupplier condition) {
        Await.until(what, NodeClient.PATIENCE, condition::getAsBoolean);
    }

    String curl(String... options) {
        List<String> words = new ArrayList<>(List.of("curl", "--silent", "--show-error"));
        words.addAll(List.of(options));
        words.add("http://127.0.0.1:" + product.httpPort() + "/metrics");
        Command command = Command.run(Setup.newFolder("curl"), Duration.ofMinutes(1), words);
        assertThat(command.exitCode()).as(command.text()).isZero();
        return command.out();
    }

    Map<String, Family> metrics() {
        return MetricsText.parse(curl("--fail"), false);
    }

    boolean has(String family, String label, String value) {
        return metrics().containsKey(family)
                && metrics().get(family).samples().keySet().stream()
                        .anyMatch(sample -> value.equals(sample.labels().get(label)));
    }

    /** The sum of the samples of a family that have these labels, by pairs. */
    double sum(String family, String... labels) {
        return metrics().get(family).samples().entrySet().stream()
                .filter(sample -> fits(sample.getKey(), labels))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static boolean fits(Sample sample, String... labels) {
        boolean fits = true;
        for (int i = 0; i < labels.length; i += 2) {
            fits &= labels[i + 1].equals(sample.labels().get(labels[i]));
        }
        return fits;
    }

    void awaitSum(double wanted, String family, String... labels) {
        await(family + " is " + wanted, () -> sum(family, labels) == wanted);
    }
}

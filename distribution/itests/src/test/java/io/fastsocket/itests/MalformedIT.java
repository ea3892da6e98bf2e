package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A short form of the benchmark that sends what is wrong in many ways. */
@NeedsNode
class MalformedIT {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    @Test
    void whatIsWrongHarmsNobody() {
        Path script = Setup.node().resolve("../../../../benchmarks/malformed.mjs").normalize();
        Command run =
                Command.run(
                        Setup.newFolder("malformed"),
                        LIMIT,
                        List.of(
                                "node",
                                script.toString(),
                                "--frames",
                                "5000",
                                "--product",
                                Setup.product().toString()));
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text()).contains("it still answers");
    }
}

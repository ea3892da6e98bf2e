package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One plugin never restarts another: ten plugins and two libraries, with services and packages of
 * each other, are swapped, broken, configured and deleted at random. After each step all is as
 * {@link ModelRules} say, and nothing was restarted that had no reason to be.
 *
 * <p>{@code -Dmodel.seeds=100} runs more of it, {@code -Dmodel.seed=17} that one, {@code
 * -Dmodel.steps=1000} longer ones.
 */
class ModelIT {

    private static final int STEPS = Integer.getInteger("model.steps", 200);
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static ModelJars jars;

    @TempDir Path home;
    private final List<String> done = new ArrayList<>();
    private final Model model = new Model();
    private final ModelRules rules = new ModelRules(model);
    private Container container;
    private ModelCheck check;
    private ModelRestarts restarts;

    static LongStream seeds() {
        Long one = Long.getLong("model.seed");
        return one == null
                ? LongStream.rangeClosed(1, Long.getLong("model.seeds", 1))
                : LongStream.of(one);
    }

    @BeforeAll
    static void compile() throws Exception {
        jars = new ModelJars();
    }

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home);
        // As quick as settings allow: hundreds of steps wait for these.
        container.configure(
                Map.of(
                        "scanInterval", "10",
                        "incompleteTime", "100",
                        "removeGrace", "120",
                        "collectTime", "0",
                        "keepRevisions", "0"));
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingElseIsRestarted(long seed) throws Exception {
        ModelHands hands = new ModelHands(container, model, jars);
        ModelSteps steps = new ModelSteps(hands, model, seed);
        check = new ModelCheck(container, model, hands);
        restarts = new ModelRestarts(model, check);
        try {
            done.add(steps.first());
            container.start();
            settle(steps);
            while (done.size() <= STEPS) {
                model.parked().clear();
                done.add(steps.next());
                settle(steps);
            }
        } catch (AssertionError e) {
            throw new AssertionError(
                    "seed %d, %s\n\nsteps:\n%s\n\nmodel:\n%s\n\ncatalog: %s"
                            .formatted(
                                    seed,
                                    e.getMessage(),
                                    listed(),
                                    model,
                                    container.catalog().plugins()),
                    e);
        }
    }

    private String listed() {
        return IntStream.range(0, done.size())
                .mapToObj(i -> i + " " + done.get(i))
                .collect(Collectors.joining("\n"));
    }

    private void settle(ModelSteps steps) {
        rules.settle();
        steps.interrupted().addAll(model.parked());
        // Twice: a file that was refused before may be tried, and refused, again.
        for (int i = 0; i < 2; i++) {
            container.awaitLook();
            awaitNoDifference();
        }
        List<String> restarted = restarts.without(steps.interrupted());
        if (!restarted.isEmpty()) {
            fail("restarted by step %d:\n%s", done.size() - 1, String.join("\n", restarted));
        }
    }

    private void awaitNoDifference() {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        List<String> differences = check.differences();
        while (!differences.isEmpty()) {
            if (System.nanoTime() > deadline) {
                fail("after step %d:\n%s", done.size() - 1, String.join("\n", differences));
            }
            LockSupport.parkNanos(2_000_000);
            differences = check.differences();
        }
    }
}

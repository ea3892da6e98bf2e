package io.fastsocket.itests;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tests with real clients. Without Node and npm they are skipped, with one loud line; where {@code
 * CI=true} they run all the same, and fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNode.Condition.class)
@interface NeedsNode {

    /** Looks for Node once. */
    final class Condition implements ExecutionCondition {

        /** What the scripts need is installed before any of them runs: two of them do not mix. */
        private static final boolean PRESENT =
                runs("node", "--version")
                        && runs("npm", "--version")
                        && runs("node", Setup.node().resolve("install.mjs").toString());

        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (PRESENT || "true".equals(System.getenv("CI"))) {
                return ConditionEvaluationResult.enabled("Node is there, or must be");
            }
            if (!SAID.getAndSet(true)) {
                System.err.println(
                        "!!! SKIPPED: all end-to-end tests with real Socket.IO clients, because"
                                + " node or npm is not on the PATH. Install Node 20 or newer. !!!");
            }
            return ConditionEvaluationResult.disabled("node or npm is not on the PATH");
        }

        /** Whether a command can be run, and ends well. */
        static boolean runs(String... command) {
            try {
                return new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

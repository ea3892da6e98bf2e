package io.fastsocket.itests;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tests with a real browser. Without Chromium they are skipped, with one loud line; where {@code
 * CI=true} they run all the same, and fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

    /** Looks for Chromium on the PATH. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (found().isPresent() || "true".equals(System.getenv("CI"))) {
                return ConditionEvaluationResult.enabled("Chromium is there, or must be");
            }
            System.err.println(
                    "!!! SKIPPED: all tests in a real browser, because chromium is not on the PATH."
                            + " Debian's package is named chromium. !!!");
            return ConditionEvaluationResult.disabled("chromium is not on the PATH");
        }

        private static Optional<Path> found() {
            return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, "chromium"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        /** Where Chromium is. */
        static Path browser() {
            return found().orElseThrow(() -> new AssertionError("chromium is not on the PATH"));
        }
    }
}

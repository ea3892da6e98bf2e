package io.fastsocket.itests;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tests with python-socketio. Without it they are skipped, with one line; where {@code CI=true}
 * they run all the same, and fail.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPython.Condition.class)
@interface NeedsPython {

    /** Looks for the library: that of the PATH's Python, or Debian's. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (found().isPresent() || "true".equals(System.getenv("CI"))) {
                return ConditionEvaluationResult.enabled("python-socketio is there, or must be");
            }
            System.err.println(
                    "!!! SKIPPED: tests with python-socketio, which is not installed. Debian's"
                            + " packages are python3-socketio, python3-requests and"
                            + " python3-websocket. !!!");
            return ConditionEvaluationResult.disabled("python-socketio is not installed");
        }

        private static Optional<String> found() {
            return Stream.of("python3", "/usr/bin/python3").filter(Condition::hasIt).findFirst();
        }

        private static boolean hasIt(String python) {
            return NeedsNode.Condition.runs(python, "-c", "import socketio, requests, websocket");
        }

        /** The interpreter that has the library. */
        static String python() {
            return found().orElseThrow(
                            () -> new AssertionError("python-socketio is not installed"));
        }
    }
}

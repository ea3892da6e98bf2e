package io.fastsocket.contract;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names a resource that lists, a line each, the tests that a server is known to fail; what follows
 * a {@code #} is remarks. Such a test passes by failing, and fails when it begins to pass; so does
 * a line that names no test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KnownFailures.Expectation.class)
public @interface KnownFailures {

    /**
     * The resource, beside the class.
     *
     * @return its name
     */
    String value();

    /** Turns the outcome of known failures round. */
    final class Expectation implements InvocationInterceptor, BeforeAllCallback, AfterAllCallback {

        private final Set<String> unseen = new HashSet<>();

        /** For JUnit. */
        public Expectation() {}

        /**
         * Whether a test is known to fail.
         *
         * @param type the class, with the annotation
         * @param name the test's method
         * @return whether the file names it
         */
        public static boolean fails(Class<?> type, String name) {
            return names(type).contains(name);
        }

        private static Set<String> names(Class<?> type) {
            try (InputStream in = type.getResourceAsStream(file(type))) {
                if (in == null) {
                    throw new IllegalStateException("no " + file(type) + " beside " + type);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String file(Class<?> type) {
            return type.getAnnotation(KnownFailures.class).value();
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            unseen.addAll(names(context.getRequiredTestClass()));
        }

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context)
                throws Throwable {
            Class<?> type = context.getRequiredTestClass();
            String name = method.getExecutable().getName();
            boolean known = fails(type, name);
            unseen.remove(name);
            try {
                invocation.proceed();
            } catch (Throwable failure) {
                if (known) {
                    return;
                }
                throw failure;
            }
            if (known) {
                throw new AssertionError(name + " passes now: take it out of " + file(type));
            }
        }

        @Override
        public void afterAll(ExtensionContext context) {
            if (!unseen.isEmpty()) {
                throw new AssertionError(
                        file(context.getRequiredTestClass()) + " names no tests: " + unseen);
            }
        }
    }
}

package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.util.function.BiConsumer;

/**
 * Knows whom a line of the log is about. A service of whoever runs handlers, asked when a line is
 * logged, and by the thread that logs it.
 */
@ProviderType
@FunctionalInterface
public interface LogContext {

    /**
     * Tells what is known about the current thread's work. Never waits, and never logs.
     *
     * @param fields is given names and values: {@code plugin}, {@code namespace}, {@code socket},
     *     {@code event}
     */
    void tell(BiConsumer<String, String> fields);
}

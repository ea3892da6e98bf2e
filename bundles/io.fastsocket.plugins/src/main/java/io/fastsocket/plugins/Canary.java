package io.fastsocket.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;

/**
 * A class that nobody holds. Once it is gone, a garbage collection that unloads classes has been,
 * whatever the collector is and whoever made it collect; collections of young objects alone leave
 * it where it is. So what was dropped when the canary was made, and is still there when the canary
 * is not, is held by something.
 */
final class Canary {

    private static final byte[] CODE = code();

    private final WeakReference<Class<?>> bird;

    Canary() {
        try {
            // A hidden class is unloaded by itself, although its class loader stays.
            bird =
                    new WeakReference<>(
                            MethodHandles.lookup().defineHiddenClass(CODE, false).lookupClass());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class cannot define one of its own package", e);
        }
    }

    boolean isGone() {
        return bird.get() == null;
    }

    private static byte[] code() {
        String file = CanaryBird.class.getSimpleName() + ".class";
        try (InputStream in = CanaryBird.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the bundle");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

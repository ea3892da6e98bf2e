package io.fastsocket.plugins;

/** What a {@link Canary} is a copy of. */
final class CanaryBird {

    private CanaryBird() {}
}

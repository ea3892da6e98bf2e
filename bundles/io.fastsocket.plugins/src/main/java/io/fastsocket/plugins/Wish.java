package io.fastsocket.plugins;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * An operator's wish.
 *
 * @param name symbolic name of the plugin
 * @param what it is to do; completes the future, now or later
 * @param done completes as {@link io.fastsocket.spi.deploy.PluginDeployer} says
 */
record Wish(
        String name,
        BiConsumer<Operations, CompletableFuture<Void>> what,
        CompletableFuture<Void> done) {}

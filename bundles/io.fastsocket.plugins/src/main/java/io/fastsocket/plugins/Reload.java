package io.fastsocket.plugins;

import java.util.concurrent.CompletableFuture;

/**
 * An operator's wish.
 *
 * @param name symbolic name of the plugin
 * @param done completes as {@link io.fastsocket.spi.deploy.PluginDeployer#reload} says
 */
record Reload(String name, CompletableFuture<Void> done) {}

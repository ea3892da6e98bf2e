package io.fastsocket.shell.inside;

import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import java.util.List;

/** A deployer that knows what it is told. */
record FakeCatalog(List<PluginInfo> plugins, boolean settled) implements PluginCatalog {}

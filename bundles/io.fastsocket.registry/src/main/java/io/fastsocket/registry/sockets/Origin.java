package io.fastsocket.registry.sockets;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The bundle that handlers come from.
 *
 * @param plugin its symbolic name
 * @param version its version
 * @param loader its class loader, once it is resolved
 * @param active whether it is started and not about to stop
 * @param managed whether a deployer commits it
 * @param documents what could be its contract, by name below {@code META-INF}; read when asked
 */
public record Origin(
        String plugin,
        String version,
        Supplier<ClassLoader> loader,
        BooleanSupplier active,
        boolean managed,
        Supplier<Map<String, byte[]>> documents) {}

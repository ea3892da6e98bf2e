package io.fastsocket.benchmarks.server;

import io.fastsocket.benchmarks.peers.NettyEcho;
import io.fastsocket.benchmarks.peers.NettySocketIo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All servers that are compared. */
public final class Servers {

    /** FastSocket as shipped. */
    public static final String PRODUCT = "fastsocket";

    /** The same with a plugin whose own contract says more than its records. */
    public static final String CONTRACTED = "contract";

    /** What all others are compared with. */
    public static final String REFERENCE = "node";

    /** The feature of the product that swaps its engine; measured if the product has it. */
    private static final String SECOND_ENGINE = "transport-netty-socketio";

    private Servers() {}

    /**
     * The servers, in the order of the tables.
     *
     * @param product an assembled product
     * @param module the folder of this module
     * @param cores where they run
     * @return the servers
     */
    public static List<Server> all(Path product, Path module, Cores cores) {
        List<Server> all = new ArrayList<>();
        all.add(new ProductServer(PRODUCT, "FastSocket", product, cores, List.of(), null));
        all.add(
                new ProductServer(
                        CONTRACTED,
                        "FastSocket, with a contract",
                        product,
                        cores,
                        List.of(),
                        module.resolve("src/main/contracts/echo.yaml")));
        if (Files.exists(product.resolve("features").resolve(SECOND_ENGINE + ".json"))) {
            all.add(
                    new ProductServer(
                            "second-engine",
                            "FastSocket, second engine",
                            product,
                            cores,
                            List.of(
                                    "--features",
                                    "logging,plugins,http,shell,asyncapi," + SECOND_ENGINE),
                            null));
        }
        all.add(
                new JavaServer(
                        "netty-socketio",
                        "netty-socketio 2.0.14",
                        false,
                        NettySocketIo.class,
                        cores));
        all.add(new NodeServer(REFERENCE, "Node socket.io 4.8", module, cores));
        all.add(new JavaServer("netty", "plain Netty WebSocket", true, NettyEcho.class, cores));
        return all;
    }
}

package io.fastsocket.itests;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One running product for all tests of the protocols: with the example conformance, with the bundle
 * that echoes Engine.IO, and with fast heartbeats.
 */
final class ConformanceProduct implements BeforeAllCallback {

    private static final String SETTINGS =
            """
            connectTimeout = 3000
            maxPayload = 1000000
            """;

    private static Product product;

    static int port() {
        return product.port();
    }

    static int echoPort() {
        return EchoBundle.port(product);
    }

    static Product product() {
        return product;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ConformanceProduct.class))
                .getOrComputeIfAbsent(
                        "product",
                        key -> {
                            product = start(500, 4000, SETTINGS);
                            return (AutoCloseable) product::stop;
                        });
    }

    /** Starts one with these settings of the transport; the heartbeat's are the echo's too. */
    static Product start(int pingInterval, int pingTimeout, String more) {
        Path home = Product.newHome("conformance");
        try {
            Files.createDirectories(home.resolve("etc"));
            Files.createDirectories(home.resolve("plugins"));
            Files.writeString(
                    home.resolve("etc/io.fastsocket.transport.cfg"),
                    "pingInterval = %d\npingTimeout = %d\n".formatted(pingInterval, pingTimeout)
                            + more);
            Files.copy(Setup.exampleJar("conformance"), home.resolve("plugins/conformance.jar"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Product.startOf(
                EchoBundle.installation(pingInterval, pingTimeout),
                home,
                "--port",
                "0",
                "--features",
                "core,logging,plugins,transport,http,shell," + EchoBundle.FEATURE);
    }
}

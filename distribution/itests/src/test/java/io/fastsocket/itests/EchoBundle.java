package io.fastsocket.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A product with one bundle more: the engine's Engine.IO half with an echo behind the seam where
 * Socket.IO is otherwise, on a port of its own.
 */
final class EchoBundle {

    static final String FEATURE = "engineio-echo";

    private static final Pattern PORT = Pattern.compile("Engine.IO echo on port (\\d+)");

    private EchoBundle() {}

    /**
     * Copies the product and adds the bundle as a feature.
     *
     * @param pingInterval of its heartbeat, in milliseconds, as is {@code pingTimeout}
     */
    static Path installation(int pingInterval, int pingTimeout) {
        Path copy = Setup.newFolder("installation");
        copyAll(Setup.product(), copy);
        Path jar = copy.resolve("repo/io/fastsocket/itests/echo/1.0.0/echo-1.0.0.jar");
        try {
            Files.createDirectories(jar.getParent());
            Files.move(
                    build(copy, activator(pingInterval, pingTimeout)),
                    jar,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    copy.resolve("features/" + FEATURE + ".json"),
                    """
                    {
                      "feature-resource-version": "1.0",
                      "id": "io.fastsocket.itests:feature.echo:1.0.0",
                      "name": "engineio-echo",
                      "bundles": [ { "id": "io.fastsocket.itests:echo:1.0.0", "start-order": 20 } ]
                    }
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static String activator(int pingInterval, int pingTimeout) {
        return """
            package io.fastsocket.transport;

            import java.net.InetAddress;
            import java.net.InetSocketAddress;
            import java.util.HashMap;
            import java.util.Map;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;
            import org.slf4j.LoggerFactory;

            public final class EchoActivator implements BundleActivator {
                private Engine engine;

                @Override
                public void start(BundleContext context) throws Exception {
                    Map<String, Object> values = new HashMap<>();
                    for (var attribute : TransportConfiguration.class.getDeclaredMethods()) {
                        values.put(attribute.getName(), attribute.getDefaultValue());
                    }
                    values.putAll(Map.of("pingInterval", %d, "pingTimeout", %d));
                    Settings settings = Settings.of(values);
                    engine = Engine.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            settings,
                            new io.fastsocket.transport.socketio.SocketIoServer(null, settings.socketIo(), null),
                            EngineIoEcho::new);
                    LoggerFactory.getLogger(EchoActivator.class)
                            .info("Engine.IO echo on port {}", engine.address().getPort());
                }

                @Override
                public void stop(BundleContext context) {
                    engine.close(false);
                }
            }
            """
                .formatted(pingInterval, pingTimeout);
    }

    /** The port it has taken. */
    static int port(Product product) {
        Matcher line = PORT.matcher(product.console());
        if (!line.find()) {
            throw new AssertionError("no echo:\n" + product.console());
        }
        return Integer.parseInt(line.group(1));
    }

    private static Path build(Path installation, String activator) throws IOException {
        Path echo = Setup.transportTests().resolve("io/fastsocket/transport/EngineIoEcho.java");
        PluginJar jar =
                PluginJar.named("io.fastsocket.itests.echo", "1.0.0")
                        .source("EngineIoEcho", Files.readString(echo))
                        .source("EchoActivator", activator)
                        .header("Bundle-Activator", "io.fastsocket.transport.EchoActivator")
                        .header(
                                "Private-Package",
                                "io.fastsocket.transport;-split-package:=merge-first,"
                                        + "io.fastsocket.transport.*")
                        .header("-dsannotations", "!*")
                        .header("-metatypeannotations", "!*")
                        .header("-bundleannotations", "!*");
        try (Stream<Path> libraries = Files.walk(installation.resolve("repo"))) {
            List<Path> needed =
                    libraries
                            .filter(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .matches(
                                                            "(io\\.fastsocket\\.(spi|transport)-|netty-[^s]|pax-logging-api|org\\.apache\\.felix\\.framework).*\\.jar"))
                            .toList();
            needed.forEach(jar::library);
        }
        try (Stream<Path> lib = Files.list(installation.resolve("lib"))) {
            lib.filter(file -> file.toString().endsWith(".jar")).forEach(jar::library);
        }
        return jar.build();
    }

    private static void copyAll(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.fastsocket.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * FastSocket as shipped, in a home of its own, with the example plugin echo.
 *
 * @param options of its command
 * @param contract what the plugin brings as its own contract; null for nothing
 */
record ProductServer(
        String id, String name, Path product, Cores cores, List<String> options, Path contract)
        implements Server {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLUGIN = "io.fastsocket.examples.echo.jar";

    @Override
    public boolean ours() {
        return true;
    }

    @Override
    public boolean extra() {
        return contract != null;
    }

    @Override
    public ServerProcess start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fastsocket-benchmark-");
        Path home = folder.resolve("home");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                product.resolve("bin/fastsocket").toString(),
                                "run",
                                "--home",
                                home.toString(),
                                "--port",
                                "0",
                                "--http-port",
                                "0"));
        command.addAll(options);
        ServerProcess server =
                ServerProcess.start(
                        cores.command(command), folder, process -> port(home, process.pid()));
        Files.copy(plugin(folder), home.resolve("plugins").resolve(PLUGIN));
        return server;
    }

    private Path plugin(Path folder) throws IOException {
        Path shipped = product.resolve("examples").resolve(PLUGIN);
        if (contract == null) {
            return shipped;
        }
        Path own = Files.copy(shipped, folder.resolve(PLUGIN));
        try (FileSystem jar = FileSystems.newFileSystem(own)) {
            Files.copy(contract, jar.getPath("META-INF/asyncapi.yaml"));
        }
        return own;
    }

    private static OptionalInt port(Path home, long pid) throws IOException {
        Path file = home.resolve("var/run/fastsocket.json");
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        JsonNode info = JSON.readTree(Files.readString(file));
        return info.path("pid").asLong() == pid && info.path("ready").asBoolean()
                ? OptionalInt.of(info.path("port").asInt())
                : OptionalInt.empty();
    }
}

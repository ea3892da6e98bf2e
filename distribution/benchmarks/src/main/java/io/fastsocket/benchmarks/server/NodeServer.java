package io.fastsocket.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The reference server, on Node. Installed first, by the lock file, if that has not been done. */
record NodeServer(String id, String name, Path module, Cores cores) implements Server {

    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "server.mjs");

    private static final List<String> INSTALL =
            List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");

    @Override
    public ServerProcess start() throws IOException, InterruptedException {
        Path installed = install();
        return ServerProcess.printing(
                cores.command(List.of("node", installed.resolve("server.mjs").toString())));
    }

    private Path install() throws IOException, InterruptedException {
        Path target = module.resolve("target/node");
        Path lock = module.resolve("src/main/node/package-lock.json");
        Path stamp = target.resolve("node_modules/.installed-lock.json");
        Files.createDirectories(target);
        for (String file : FILES) {
            Files.copy(
                    module.resolve("src/main/node").resolve(file),
                    target.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(stamp) && Files.mismatch(stamp, lock) < 0) {
            return target;
        }
        Process npm;
        try {
            npm =
                    new ProcessBuilder(INSTALL)
                            .directory(target.toFile())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            throw new IOException("Node 20 with npm is needed, or leave out --servers node", e);
        }
        String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            throw new IOException("npm ci failed in " + target + ":\n" + output);
        }
        Files.copy(lock, stamp, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }
}

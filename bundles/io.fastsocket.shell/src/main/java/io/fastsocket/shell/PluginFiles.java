package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Progress;
import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Puts plugins into the folder that is watched, takes them out, and tells what came of it. */
final class PluginFiles {

    /** A revision may drain for 30 s; then the deployer goes on. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(20);

    /** What is copied by a command passes the server's memory. */
    private static final long MOST = 100L << 20;

    private final Invocation invocation;
    private final PluginDeployer deployer;
    private final PluginCatalog catalog;

    PluginFiles(Invocation invocation) throws CommandException {
        this.invocation = invocation;
        deployer = invocation.need(PluginDeployer.class);
        catalog = invocation.need(PluginCatalog.class);
    }

    /**
     * Copies a JAR into the folder, and waits for what comes of it.
     *
     * @param file absolute
     * @param breaking why its contract may break what clients rely on; null if it may not
     * @param again whether it may although it was rolled back
     * @return the plugin, whatever its state
     * @throws CommandException if it could not be copied, or the deployer took no notice of it
     */
    PluginInfo install(Path file, String breaking, boolean again)
            throws CommandException, InterruptedException {
        String name = file.getFileName().toString();
        refuseUnlessJar(file);
        List<PluginInfo> before = catalog.plugins();
        byte[] content = content(file);
        String hash = sha256(content);
        allow(hash, breaking, again);
        try {
            put(content, name);
        } catch (IOException e) {
            throw CommandException.failed(
                    file + " cannot be copied to " + deployer.directory() + ": " + reason(e));
        }
        rescan("deploying " + name);
        PluginInfo plugin = outcome(name, hash);
        if (plugin.state() == PluginState.ACTIVE) {
            removeReplaced(plugin, before);
        }
        return plugin;
    }

    /**
     * Lets a JAR in that would be refused otherwise.
     *
     * @param file absolute
     * @param breaking why its contract may break what clients rely on; null if it may not
     * @param again whether it may although it was rolled back
     * @throws CommandException if it cannot be read, or the permission not be kept
     */
    void allow(Path file, String breaking, boolean again) throws CommandException {
        allow(sha256(content(file)), breaking, again);
    }

    private void allow(String hash, String breaking, boolean again) throws CommandException {
        if (breaking != null) {
            allow(hash, breaking);
        }
        if (again) {
            letInAgain(hash);
        }
    }

    private static byte[] content(Path file) throws CommandException {
        if (!Files.isRegularFile(file)) {
            throw CommandException.failed(
                    file
                            + (Files.isDirectory(file)
                                    ? " is a folder; a plugin is one JAR"
                                    : " is no file that the server can see"));
        }
        try {
            if (Files.size(file) > MOST) {
                throw CommandException.failed(
                        file + " is larger than 100 MiB; copy it to plugins/ by other means");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandException.failed(file + " cannot be read: " + reason(e));
        }
    }

    /** Whether its name ends as that of a JAR does, in whatever case, as the deployer sees it. */
    static boolean isJar(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    static void refuseUnlessJar(Path file) throws CommandException {
        if (!isJar(file)) {
            throw CommandException.failed(file + ": a plugin is a file whose name ends in .jar");
        }
    }

    private void allow(String hash, String reason) throws CommandException {
        try {
            deployer.allowBreaking(hash, reason);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--allow-breaking: " + e.getMessage());
        } catch (IllegalStateException e) {
            throw CommandException.failed("breaking clients cannot be allowed: " + e.getMessage());
        }
    }

    private void letInAgain(String hash) throws CommandException {
        try {
            deployer.letInAgain(hash);
        } catch (IllegalStateException e) {
            throw CommandException.failed("it cannot be let in again: " + e.getMessage());
        }
    }

    private PluginInfo outcome(String file, String hash) throws CommandException {
        List<PluginInfo> all = catalog.plugins();
        for (PluginInfo plugin : all) {
            if (plugin.state() != PluginState.CANARY
                    && plugin.file().equals(file)
                    && plugin.sha256().equals(hash)) {
                return plugin;
            }
        }
        for (PluginInfo plugin : all) {
            if (plugin.state() != PluginState.CANARY && plugin.file().equals(file)) {
                return plugin;
            }
        }
        throw CommandException.failed(
                file
                        + " lies in "
                        + deployer.directory()
                        + ", but is not in service: another file has the same plugin in a version"
                        + " as high, see "
                        + invocation.console().command("plugin list"));
    }

    /** What the new file has replaced, under another name, would come back once it is removed. */
    private void removeReplaced(PluginInfo plugin, List<PluginInfo> before)
            throws CommandException, InterruptedException {
        for (PluginInfo old : before) {
            // The file of a canary is elsewhere.
            if (old.state() != PluginState.CANARY
                    && old.name().equals(plugin.name())
                    && !old.file().equals(plugin.file())) {
                delete(old.file());
            }
        }
    }

    /** Under another name first: the folder is watched, and half a file is none. */
    private void put(byte[] content, String name) throws IOException {
        Path partial = deployer.directory().resolve("." + name + ".part");
        try {
            // What else may have that name, such as a pipe, is not to be written to.
            Files.deleteIfExists(partial);
            Files.write(partial, content, StandardOpenOption.CREATE_NEW);
            Files.move(
                    partial,
                    deployer.directory().resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Deletes a plugin's files, and waits until it is out of service. */
    void remove(List<String> files) throws CommandException, InterruptedException {
        for (String file : files) {
            delete(file);
        }
        rescan("removing " + String.join(", ", files));
        for (String file : files) {
            awaitRemoval(file);
        }
    }

    /** A file that is gone keeps its plugin for a moment: it may only be about to be replaced. */
    private void awaitRemoval(String file) throws CommandException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (catalog.plugins().stream()
                .filter(plugin -> plugin.state() != PluginState.CANARY)
                .anyMatch(plugin -> plugin.file().equals(file))) {
            if (System.nanoTime() - deadline > 0) {
                throw CommandException.failed(
                        file
                                + " is deleted, but its plugin is still in service after "
                                + LIMIT.toSeconds()
                                + " s; the log may say why");
            }
            Thread.sleep(POLL);
        }
    }

    private void delete(String file) throws CommandException {
        try {
            Files.deleteIfExists(deployer.directory().resolve(file));
        } catch (IOException e) {
            throw CommandException.failed(
                    deployer.directory().resolve(file) + " cannot be deleted: " + reason(e));
        }
    }

    private void rescan(String what) throws CommandException, InterruptedException {
        Progress.await(deployer.rescan(), LIMIT, invocation.console(), what);
    }

    private static String reason(IOException e) {
        return FileProblem.of(e);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

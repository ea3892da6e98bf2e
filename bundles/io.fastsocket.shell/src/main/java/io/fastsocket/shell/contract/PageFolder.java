package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.CommandException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes pages into a folder, unless it is somebody else's. */
public final class PageFolder {

    /** What pages of ours have in their heads. */
    private static final String OURS = "<meta name=\"generator\" content=\"FastSocket\">";

    /** It stands within so many letters. */
    private static final int HEAD = 2_000;

    private PageFolder() {}

    /**
     * What the page of a contract is called: as its file, without the endings.
     *
     * @param contract the file
     * @param taken names that other pages have
     * @return a name that no other page has, and no file of the folder
     */
    public static String name(Path contract, Set<String> taken) {
        String plain =
                contract.getFileName()
                        .toString()
                        .replaceFirst("(\\.asyncapi)?\\.(ya?ml|json)$", "")
                        .replaceAll("[^A-Za-z0-9._-]", "-");
        String wanted = plain.isEmpty() || plain.equalsIgnoreCase("index") ? "contract" : plain;
        String name = wanted;
        for (int i = 2; isTaken(name, taken); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private static boolean isTaken(String name, Set<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }

    /**
     * Writes files.
     *
     * @param folder where; made if it is not there
     * @param called what the person who asked calls it
     * @param files contents by name
     * @param force whether other things may be there
     * @throws CommandException if it is no folder, or has other things in it
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder, String called, Map<String, byte[]> files, boolean force)
            throws CommandException, IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw CommandException.failed(called + " is a file; name a folder");
        }
        if (!force && Files.exists(folder)) {
            String other = other(folder, files.keySet());
            if (other != null) {
                throw CommandException.failed(
                        "%s has other things in it, such as %s; name another folder, or say --force to write beside them"
                                .formatted(called, other));
            }
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** The first thing there that is not of ours; null if there is none. */
    private static String other(Path folder, Set<String> names) throws IOException {
        List<Path> there;
        try (Stream<Path> files = Files.list(folder)) {
            there = files.sorted().toList();
        }
        // Styles and scripts are of ours where the page is.
        boolean begun = isOurs(folder.resolve("index.html"));
        for (Path file : there) {
            String name = file.getFileName().toString();
            boolean page = name.endsWith(".html");
            if (!(page ? isOurs(file) : begun && names.contains(name))) {
                return name;
            }
        }
        return null;
    }

    private static boolean isOurs(Path page) throws IOException {
        if (!Files.isRegularFile(page)) {
            return false;
        }
        try (var in = Files.newInputStream(page)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(OURS);
        }
    }
}

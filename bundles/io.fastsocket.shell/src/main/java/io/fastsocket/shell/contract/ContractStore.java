package io.fastsocket.shell.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contracts that were imported: a folder for each name, and in it a file for each version, such as
 * {@code 3_2026-01-31T120000Z.yaml}. What is there is never changed.
 */
public final class ContractStore {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Path folder;

    /**
     * A store; the folder need not be there.
     *
     * @param folder where it is
     */
    public ContractStore(Path folder) {
        this.folder = folder;
    }

    /**
     * A version of a contract.
     *
     * @param name the contract's
     * @param number from 1
     * @param imported when
     * @param file its text, YAML
     */
    public record Version(String name, int number, Instant imported, Path file) {

        private static Version of(Path file) {
            String[] parts = file.getFileName().toString().split("_", 2);
            return new Version(
                    file.getParent().getFileName().toString(),
                    Integer.parseInt(parts[0]),
                    Instant.from(TIME.parse(parts[1].substring(0, parts[1].length() - 5))),
                    file);
        }
    }

    /**
     * Whether a contract can have that name.
     *
     * @param name any text
     * @return whether it is fit for a folder everywhere
     */
    public static boolean isName(String name) {
        return name.matches(NAME);
    }

    /**
     * The names there are.
     *
     * @return sorted
     * @throws IOException if the folder cannot be read
     */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .filter(ContractStore::isName)
                    .sorted()
                    .toList();
        }
    }

    /**
     * The versions of a contract.
     *
     * @param name its name
     * @return the oldest first; empty if there is no such contract
     * @throws IOException if the folder cannot be read
     */
    public List<Version> versions(String name) throws IOException {
        Path own = folder.resolve(name);
        if (!isName(name) || !Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(file -> isVersion(file.getFileName().toString()))
                    .map(Version::of)
                    .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                    .toList();
        }
    }

    private static boolean isVersion(String file) {
        return file.matches("[1-9][0-9]{0,8}_\\d{4}-\\d\\d-\\d\\dT\\d{6}Z\\.yaml");
    }

    /**
     * Keeps a text, unless it is that of the newest version.
     *
     * @param name one that {@link #isName}
     * @param text YAML
     * @param now when
     * @return the version that has the text
     * @throws IOException if it cannot be written
     */
    public Version add(String name, String text, Instant now) throws IOException {
        List<Version> versions = versions(name);
        Version newest = versions.isEmpty() ? null : versions.getLast();
        if (newest != null && Files.readString(newest.file()).equals(text)) {
            return newest;
        }
        Path own = Files.createDirectories(folder.resolve(name));
        int number = newest == null ? 1 : newest.number() + 1;
        Path file = own.resolve("%d_%s.yaml".formatted(number, TIME.format(now)));
        Path written = Files.createTempFile(own, "", ".part");
        Files.writeString(written, text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return Version.of(file);
    }
}

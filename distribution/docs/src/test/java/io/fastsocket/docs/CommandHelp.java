package io.fastsocket.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The help of each command, as the assembled product has it. */
final class CommandHelp {

    private static final Path LIB = Pages.PRODUCT.resolve("lib");

    /** A line of an overview: {@code plugin list what it does}. */
    private static final Pattern ENTRY =
            Pattern.compile("^  ([a-z]+(?: [a-z]+)?)  +\\S", Pattern.MULTILINE);

    private CommandHelp() {}

    /** Of the launcher's own commands, in the order of its overview. */
    static Map<String, String> outside() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(LIB)) {
            Path jar =
                    files.filter(file -> file.getFileName().toString().startsWith("launcher-"))
                            .findFirst()
                            .orElseThrow();
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (String name : names(text(zip, "help"))) {
                    if (!name.equals("help")) {
                        found.put(name, text(zip, "help/" + name));
                    }
                }
            }
        }
        return found;
    }

    /** Of those that a running server carries out. */
    static Map<String, String> remote() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : names(Files.readString(LIB.resolve("help/help.txt")))) {
            if (!name.equals("help")) {
                Path file = LIB.resolve("help/" + name.replace(' ', '.') + ".txt");
                found.put(name, Files.readString(file));
            }
        }
        return found;
    }

    private static List<String> names(String overview) {
        return ENTRY.matcher(overview).results().map((MatchResult m) -> m.group(1)).toList();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry("io/fastsocket/launcher/" + name + ".txt");
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.fastsocket.shell.etc;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of settings as they are now: name, then key, then value. */
public final class EtcFolder {

    private static final String MAIN = "fastsocket.properties";
    private static final String ENDING = ".cfg";

    private final Path folder;

    /**
     * Of a home.
     *
     * @param home the instance's home
     */
    public EtcFolder(Path home) {
        folder = home.resolve("etc");
    }

    /**
     * What the files say.
     *
     * @return by file name; a file that cannot be read says nothing
     * @throws IOException if the folder cannot be listed
     */
    public Map<String, Map<String, String>> read() throws IOException {
        Map<String, Map<String, String>> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : (Iterable<Path>) list::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING) || name.equals(MAIN)) {
                    files.put(name, read(file));
                }
            }
        }
        return files;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        Map<String, String> values = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return values; // whoever reads it in earnest says what is wrong
        }
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    /** Whether a file is read again while the server runs. */
    static boolean isHot(String file) {
        return !file.equals(MAIN);
    }

    /** The configuration that a file is for: its name up to the part that tells instances apart. */
    static String pid(String file) {
        return file.substring(0, file.length() - ENDING.length()).split("[~-]", 2)[0];
    }

    /** Whether a file is for a configuration. */
    static boolean isConfiguration(String file) {
        return file.endsWith(ENDING);
    }
}

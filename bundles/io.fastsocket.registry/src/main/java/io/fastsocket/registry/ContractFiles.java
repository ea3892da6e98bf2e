package io.fastsocket.registry;

import org.osgi.framework.Bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what could be a bundle's contract: the YAML and JSON files in its META-INF. */
final class ContractFiles {

    private static final String FOLDER = "META-INF/";
    private static final List<String> KINDS = List.of("*.yaml", "*.yml", "*.json");

    /** Enough to be told that it is too much. */
    private static final int LARGEST = (5 << 20) + 1;

    private ContractFiles() {}

    /** By name below META-INF. */
    static Map<String, byte[]> of(Bundle bundle) {
        Map<String, byte[]> files = new HashMap<>();
        for (String kind : KINDS) {
            Enumeration<URL> found = bundle.findEntries(FOLDER, kind, true);
            for (URL url : found == null ? List.<URL>of() : Collections.list(found)) {
                String path = url.getPath();
                files.put(path.substring(path.indexOf(FOLDER) + FOLDER.length()), read(url));
            }
        }
        return files;
    }

    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readNBytes(LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

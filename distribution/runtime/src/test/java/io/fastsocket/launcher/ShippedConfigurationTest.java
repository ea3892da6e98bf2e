package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Each shipped {@code etc/*.cfg} shows every key of its bundle, with its real default. */
final class ShippedConfigurationTest {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("<AD id=\"([\\w.]+)\"[^>]*?(?: default=\"([^\"]*)\")?/?>");
    private static final Pattern COMMENTED = Pattern.compile("(?m)^#([\\w.]+) =(?: (.*))?$");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.fastsocket.transport",
                "io.fastsocket.transport.nettysocketio",
                "io.fastsocket.registry",
                "io.fastsocket.plugins"
            })
    void showsEveryKeyWithItsDefault(String pid) throws IOException {
        String file = Files.readString(Product.root().resolve("etc/" + pid + ".cfg"));
        assertThat(pairs(COMMENTED, file)).isEqualTo(pairs(ATTRIBUTE, metatype(pid)));
    }

    private static Map<String, String> pairs(Pattern pattern, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            pairs.put(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        }
        return pairs;
    }

    private static String metatype(String bundle) throws IOException {
        String version = System.getProperty("product.version");
        Path jar =
                Product.root()
                        .resolve(
                                "repo/io/fastsocket/"
                                        + bundle
                                        + "/"
                                        + version
                                        + "/"
                                        + bundle
                                        + "-"
                                        + version
                                        + ".jar");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry =
                    zip.stream()
                            .filter(e -> e.getName().matches("OSGI-INF/metatype/.*\\.xml"))
                            .findFirst()
                            .orElseThrow();
            try (InputStream in = zip.getInputStream(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}

package io.fastsocket.docs;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

/** The page on configuration is what the components of the assembled product describe. */
class ConfigurationPageTest {

    private static final String HEAD =
            """
            # Configuration

            Each file `etc/<pid>.cfg` holds lines of `key = value`. It is read again as soon as it is saved. At start a wrong key or value ends with one line and exit code 2; in a running server
            it is refused in the log, and the values in force stay. Where a server listens, its home and its features are [settings of the process](settings.md) instead.

            This page follows from the components' own descriptions, which are also what the server checks by.
            """;

    @Test
    void pageIsWhatTheComponentsDescribe() throws Exception {
        StringBuilder page = new StringBuilder(HEAD);
        for (Path jar : ownBundles()) {
            for (Document description : descriptions(jar)) {
                append(page, description);
            }
        }
        Pages.compare("configuration.md", page.toString());
    }

    private static void append(StringBuilder page, Document description) {
        Element designate = first(description, "Designate");
        if (designate == null) {
            return;
        }
        Element definition = first(description, "OCD");
        page.append("\n## `etc/").append(designate.getAttribute("pid")).append(".cfg`\n\n");
        page.append(definition.getAttribute("description")).append("\n\n");
        page.append("| key | default | allowed | meaning |\n|---|---|---|---|\n");
        var attributes = definition.getElementsByTagName("AD");
        for (int i = 0; i < attributes.getLength(); i++) {
            page.append(Setting.of((Element) attributes.item(i)).row());
        }
    }

    private static Element first(Document document, String name) {
        return (Element) document.getElementsByTagName(name).item(0);
    }

    private static List<Path> ownBundles() throws IOException {
        try (Stream<Path> files = Files.walk(Pages.PRODUCT.resolve("repo/io/fastsocket"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static List<Document> descriptions(Path jar) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        List<Document> descriptions = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
                if (entry.getName().matches("OSGI-INF/metatype/.*\\.xml")) {
                    descriptions.add(factory.newDocumentBuilder().parse(zip.getInputStream(entry)));
                }
            }
        }
        return descriptions;
    }
}

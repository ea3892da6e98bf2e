package io.fastsocket.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what bundles say of their configurations: the files that bnd writes from the annotations on
 * configuration types (OSGi Compendium, chapter 105).
 */
final class MetatypeReader {

    private static final String FOLDER = "OSGI-INF/metatype/";

    private final Map<String, Map<String, ConfigAttribute>> definitions = new HashMap<>();
    private final Map<String, Map<String, ConfigAttribute>> byPid = new LinkedHashMap<>();

    /** The attributes that each configuration of some bundles may have: PID, then key. */
    static Map<String, Map<String, ConfigAttribute>> read(Iterable<Path> bundles) {
        Map<String, Map<String, ConfigAttribute>> all = new LinkedHashMap<>();
        for (Path bundle : bundles) {
            try (ZipFile jar = new ZipFile(bundle.toFile())) {
                for (ZipEntry entry :
                        (Iterable<ZipEntry>) jar.stream().map(e -> (ZipEntry) e)::iterator) {
                    if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".xml")) {
                        try (InputStream xml = jar.getInputStream(entry)) {
                            all.putAll(new MetatypeReader().read(xml));
                        }
                    }
                }
            } catch (IOException | XMLStreamException e) {
                throw LaunchException.failed("the Metatype of " + bundle + " cannot be read", e);
            }
        }
        return all;
    }

    Map<String, Map<String, ConfigAttribute>> read(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        String definition = "";
        String pid = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "OCD" -> {
                    definition = attribute(reader, "id");
                    definitions.put(definition, new LinkedHashMap<>());
                }
                case "AD" -> {
                    String key = attribute(reader, "id");
                    definitions.get(definition).put(key, attribute(reader));
                }
                case "Designate" -> {
                    String factoryPid = attribute(reader, "factoryPid");
                    pid = factoryPid == null ? attribute(reader, "pid") : factoryPid;
                }
                case "Object" -> byPid.put(pid, definitions.get(attribute(reader, "ocdref")));
                default -> {}
            }
        }
        return byPid;
    }

    /** Reads on to the end of the element, where its options are. */
    private static ConfigAttribute attribute(XMLStreamReader reader) throws XMLStreamException {
        String type = attribute(reader, "type");
        String min = attribute(reader, "min");
        String max = attribute(reader, "max");
        String cardinality = attribute(reader, "cardinality");
        List<String> options = new ArrayList<>();
        while (!(reader.next() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals("AD"))) {
            if (reader.isStartElement() && reader.getLocalName().equals("Option")) {
                options.add(attribute(reader, "value"));
            }
        }
        boolean list = cardinality != null && !cardinality.equals("0");
        return new ConfigAttribute(type, min, max, options, list);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return reader.getAttributeValue(null, name);
    }
}

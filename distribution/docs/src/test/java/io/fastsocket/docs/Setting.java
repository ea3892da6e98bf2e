package io.fastsocket.docs;

import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.List;

/** One attribute of a configuration, as Metatype describes it (OSGi Compendium, chapter 105). */
record Setting(String key, String type, String standard, String allowed, String description) {

    static Setting of(Element attribute) {
        String type = attribute.getAttribute("type");
        boolean several =
                attribute.hasAttribute("cardinality")
                        && !attribute.getAttribute("cardinality").equals("0");
        return new Setting(
                attribute.getAttribute("id"),
                type,
                attribute.getAttribute("default"),
                allowed(attribute, type, several),
                attribute.getAttribute("description"));
    }

    private static String allowed(Element attribute, String type, boolean several) {
        List<String> options = new ArrayList<>();
        var nodes = attribute.getElementsByTagName("Option");
        for (int i = 0; i < nodes.getLength(); i++) {
            options.add("`" + ((Element) nodes.item(i)).getAttribute("value") + "`");
        }
        if (!options.isEmpty()) {
            return String.join(", ", options);
        }
        if (type.equals("Boolean")) {
            return "`true`, `false`";
        }
        String min = attribute.getAttribute("min");
        String max = attribute.getAttribute("max");
        if (!min.isEmpty() && !max.isEmpty()) {
            return min + " to " + max;
        }
        if (!min.isEmpty()) {
            return "from " + min;
        }
        return several ? "a list, by commas" : "text";
    }

    String row() {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        key,
                        standard.isEmpty() ? "–" : "`" + standard + "`",
                        Pages.cell(allowed),
                        Pages.cell(description));
    }
}

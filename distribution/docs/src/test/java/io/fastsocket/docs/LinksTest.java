package io.fastsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pages link to inside the project is there; each document is linked from another. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (String target : targets(page)) {
                if (!Files.exists(page.resolveSibling(target))) {
                    broken.add(Pages.ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyDocumentIsFound() throws IOException {
        List<Path> linked = new ArrayList<>();
        for (Path page : Pages.all()) {
            targets(page).forEach(target -> linked.add(page.resolveSibling(target).normalize()));
        }
        assertThat(Pages.all())
                .filteredOn(page -> page.getParent().equals(Pages.FOLDER))
                .allMatch(linked::contains, "is linked from another page");
    }

    private static List<String> targets(Path page) throws IOException {
        Matcher matcher = LINK.matcher(Files.readString(page));
        return matcher.results().map(found -> found.group(1)).toList();
    }
}

package io.fastsocket.http;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A page that another bundle brings. Its whiteboard service (a servlet, or resources) has the
 * service property {@code fastsocket.page}, the title.
 *
 * @param title what the link says
 * @param path where it leads, beginning with a slash
 * @param files whether it is a folder of files, which starts with its {@code index.html}
 */
record PageLink(String title, String path, boolean files) {

    private static final String TITLE = "fastsocket.page";

    /** The pages there are, by path; while a plugin is swapped it has its page twice. */
    static List<PageLink> all(BundleContext context) {
        try {
            ServiceReference<?>[] found =
                    context.getAllServiceReferences(null, "(" + TITLE + "=*)");
            TreeMap<String, PageLink> pages = new TreeMap<>();
            Stream.ofNullable(found)
                    .flatMap(Stream::of)
                    .flatMap(reference -> of(reference).stream())
                    .forEach(page -> pages.put(page.path(), page));
            return List.copyOf(pages.values());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("The filter is constant", e);
        }
    }

    private static Optional<PageLink> of(ServiceReference<?> reference) {
        String title = String.valueOf(reference.getProperty(TITLE));
        Object files =
                reference.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_RESOURCE_PATTERN);
        Object servlet =
                reference.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN);
        return strings(files == null ? servlet : files)
                .filter(pattern -> pattern.startsWith("/"))
                .findFirst()
                .map(
                        pattern ->
                                new PageLink(
                                        title,
                                        pattern.replaceFirst("\\*$", ""),
                                        files != null && pattern.endsWith("/*")));
    }

    private static Stream<String> strings(Object property) {
        return switch (property) {
            case String one -> Stream.of(one);
            case String[] several -> Stream.of(several);
            case null, default -> Stream.empty();
        };
    }
}

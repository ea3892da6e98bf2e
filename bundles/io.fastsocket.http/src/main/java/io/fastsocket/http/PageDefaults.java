package io.fastsocket.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;

import java.io.IOException;
import java.util.Optional;

/**
 * What the whiteboard's static resources lack: a start, since a folder is answered with nothing;
 * and being up to date. They come with the dates in their JAR, which a reproducible build makes the
 * same for every version: a browser that asks whether a file has changed would never see a new one.
 */
@Component(service = Preprocessor.class)
public final class PageDefaults implements Preprocessor {

    private final BundleContext context;

    /**
     * Started by DS.
     *
     * @param context of this bundle; asked for pages
     */
    @Activate
    public PageDefaults(BundleContext context) {
        this.context = context;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer) {
            answer.setHeader("Cache-Control", "no-store");
            Optional<String> start = start(asked.getRequestURI());
            if (start.isPresent()) {
                answer.setStatus(HttpServletResponse.SC_FOUND);
                answer.setHeader("Location", start.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<String> start(String path) {
        if (path.equals("/") || path.indexOf('.', path.lastIndexOf('/')) >= 0) {
            return Optional.empty();
        }
        String folder = path.endsWith("/") ? path : path + "/";
        return PageLink.all(context).stream()
                .filter(page -> page.files() && page.path().equals(folder))
                .findFirst()
                .map(page -> page.path() + "index.html");
    }
}

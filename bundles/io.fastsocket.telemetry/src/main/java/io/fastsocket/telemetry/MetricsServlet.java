package io.fastsocket.telemetry;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * {@code GET /metrics}. Anybody may ask, as for the status page: nothing is said of who is
 * connected. The whiteboard's property is written out, since its annotation would demand that there
 * is one.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/metrics")
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private final transient Sources sources;

    /**
     * Started by DS.
     *
     * @param sources what there is to count
     */
    @Activate
    public MetricsServlet(@Reference Sources sources) {
        this.sources = sources;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answer(request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOWED);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOWED);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Format format = Accept.of(Collections.list(request.getHeaders("Accept")));
        String text = Exposition.of(sources.scrape().families(), format);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(format.contentType());
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}

package io.fastsocket.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code GET /health/ready}: 200 once the plugins present at start are dealt with and the Socket.IO
 * port is open; else 503, naming what is missing. Who gets 503 should send no clients.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/ready")
public final class ReadyServlet extends GetServlet {

    private static final long serialVersionUID = 1L;

    private final transient Running running;

    /**
     * Started by DS.
     *
     * @param running what there is
     */
    @Activate
    public ReadyServlet(@Reference Running running) {
        this.running = running;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<String> missing = running.missing();
        int status =
                missing.isEmpty()
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        write(response, status, "application/json", json(missing));
    }

    /** The sentences are ours: none has a character that JSON would want escaped. */
    private static String json(List<String> missing) {
        if (missing.isEmpty()) {
            return "{\"status\":\"ready\"}";
        }
        return missing.stream()
                .map(sentence -> '"' + sentence + '"')
                .collect(Collectors.joining(",", "{\"status\":\"not ready\",\"missing\":[", "]}"));
    }
}

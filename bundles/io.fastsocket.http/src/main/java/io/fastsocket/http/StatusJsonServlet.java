package io.fastsocket.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;

/** {@code GET /status.json}: what the status page says, for programs and for pages of plugins. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/status.json")
public final class StatusJsonServlet extends GetServlet {

    private static final long serialVersionUID = 1L;

    private final transient Running running;

    /**
     * Started by DS.
     *
     * @param running what there is
     */
    @Activate
    public StatusJsonServlet(@Reference Running running) {
        this.running = running;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String json = StatusJson.of(running.snapshot(request));
        write(response, HttpServletResponse.SC_OK, "application/json", json);
    }
}

package io.fastsocket.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;

/**
 * {@code GET /}: a page for people that says what is running. It is also what answers for paths
 * that nobody serves. (The pattern {@code ""}, which means the root alone, is lost in a component
 * description: DS skips empty lines of array properties.)
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class StatusServlet extends GetServlet {

    private static final long serialVersionUID = 1L;

    private final transient Running running;

    /**
     * Started by DS.
     *
     * @param running what there is
     */
    @Activate
    public StatusServlet(@Reference Running running) {
        this.running = running;
    }

    @Override
    boolean serves(String path) {
        return path.isEmpty() || path.equals("/");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String page = StatusPage.render(running.snapshot(request));
        write(response, HttpServletResponse.SC_OK, "text/html", page);
    }
}

package io.fastsocket.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;

/** {@code GET /health/live}: the process answers. Who gets no answer should restart it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/live")
public final class LiveServlet extends GetServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(response, HttpServletResponse.SC_OK, "application/json", "{\"status\":\"live\"}");
    }
}

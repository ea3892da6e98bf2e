package io.fastsocket.asyncapi;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/** What can only be read: {@code GET} and {@code HEAD}. */
public abstract class ReadOnlyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    /** Made by DS, with what a class below needs. */
    protected ReadOnlyServlet() {
        super();
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
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

    /**
     * Answers a request to read something.
     *
     * @param request GET or HEAD
     * @param response the answer
     * @throws ServletException if it cannot be answered
     * @throws IOException if the client is gone
     */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException;

    /**
     * Writes what was asked for; for HEAD, only how much it is.
     *
     * @param request says which
     * @param response takes it
     * @param type of the text, in UTF-8
     * @param body the text
     * @throws IOException if the client is gone
     */
    protected static void write(
            HttpServletRequest request, HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}

package io.fastsocket.asyncapi.pages;

import io.fastsocket.asyncapi.ReadOnlyServlet;
import io.fastsocket.asyncapi.document.DeepStack;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.spi.contract.LiveContract;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * {@code GET /docs/events}: what is in service, for people. Drawn anew when that has changed; a
 * browser asks each time, and gets it again only then. The whiteboard's properties are written out,
 * since its annotations would demand that there is one.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/docs/events",
            "osgi.http.whiteboard.servlet.pattern=/docs/events/*",
            "fastsocket.page=Events"
        })
public final class PagesServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient LiveContract contract;
    private transient volatile Drawn drawn;

    /** A page, and of what it is one. */
    private record Drawn(String contract, Answer page) {}

    /** What is sent. */
    private record Answer(String type, byte[] bytes, String tag) {

        static Answer of(String type, byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Answer(type, bytes, '"' + HexFormat.of().formatHex(hash, 0, 12) + '"');
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }

    /**
     * Started by DS.
     *
     * @param contract what is shown
     */
    @Activate
    public PagesServlet(@Reference LiveContract contract) {
        this.contract = contract;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo();
        Optional<Answer> found =
                path == null || path.equals("/") ? Optional.of(page()) : file(path.substring(1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Answer answer = found.get();
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", answer.tag());
        if (answer.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        write(request, response, answer.type(), answer.bytes());
    }

    private static Optional<Answer> file(String name) {
        return PageFiles.file(name).map(bytes -> Answer.of(PageFiles.type(name), bytes));
    }

    private Answer page() throws ServletException {
        String json = contract.document(LiveContract.Form.JSON);
        Drawn last = drawn;
        if (last == null || !last.contract().equals(json)) {
            last = new Drawn(json, Answer.of("text/html", draw(json)));
            drawn = last;
        }
        return last.page();
    }

    private static Document read(String json) throws Exception {
        Document document = Document.of(json);
        if (document.meant() == null) {
            throw new IllegalStateException(document.faults().getFirst().message());
        }
        return document;
    }

    private static byte[] draw(String json) throws ServletException {
        try {
            return DeepStack.call(() -> EventsPage.live(read(json)))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException("drawing the page of the contract was interrupted", e);
        } catch (ExecutionException e) {
            throw new ServletException("the contract cannot be drawn", e.getCause());
        }
    }
}

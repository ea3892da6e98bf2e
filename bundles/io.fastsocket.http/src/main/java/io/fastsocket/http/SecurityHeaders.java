package io.fastsocket.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

import java.io.IOException;
import java.util.Optional;

/**
 * Headers that tell browsers to be strict with every page, whichever bundle serves it: files of
 * this server alone, nothing inside the page, and Socket.IO on its port. A servlet that needs more
 * sets its own value over these.
 */
@Component(service = Preprocessor.class)
public final class SecurityHeaders implements Preprocessor {

    private final Running running;

    /**
     * Started by DS.
     *
     * @param running asked where Socket.IO is spoken
     */
    @Activate
    public SecurityHeaders(@Reference Running running) {
        this.running = running;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (response instanceof HttpServletResponse http) {
            http.setHeader("Content-Security-Policy", policy(running.address(request)));
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("X-Frame-Options", "DENY");
            http.setHeader("Referrer-Policy", "no-referrer");
            http.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
        chain.doFilter(request, response);
    }

    /** Content Security Policy, level 3. */
    static String policy(Optional<SocketIoAddress> socketIo) {
        String script = socketIo.map(a -> " http://" + a.authority() + a.path()).orElse("");
        String socket =
                socketIo.map(
                                a ->
                                        (a.scheme().equals("https") ? " wss://" : " ws://")
                                                + a.authority()
                                                + a.path())
                        .orElse("");
        return "default-src 'none'; script-src 'self'"
                + script
                + "; connect-src 'self'"
                + script
                + socket
                + "; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'";
    }
}

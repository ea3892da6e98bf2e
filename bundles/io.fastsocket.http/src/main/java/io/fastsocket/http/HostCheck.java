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
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * Refuses requests by a name that is not this server's, whichever bundle serves the page: 421, as
 * RFC 9110 §15.5.20 has it. Comes before all other preprocessors.
 */
@Component(
        name = "io.fastsocket.http",
        service = Preprocessor.class,
        property = "service.ranking:Integer=1000")
@Designate(ocd = HttpConfiguration.class)
public final class HostCheck implements Preprocessor {

    private static final Logger LOG = LoggerFactory.getLogger(HostCheck.class);

    private static final int MISDIRECTED = 421;

    private static final String REFUSAL =
            "421 Misdirected Request\n"
                    + "This server listens on this machine alone, and is called by another name than"
                    + " localhost or 127.0.0.1.\n"
                    + "If it is to be called so, by a proxy for example, add the name to allowedHosts"
                    + " in etc/io.fastsocket.http.cfg.\n";

    private final String listening;
    private volatile HostNames names;

    /**
     * Started by DS.
     *
     * @param context asked for the host that Jetty listens on
     * @param configuration the settings; with a wrong one only the machine's own names are allowed,
     *     since without this nothing would be refused
     */
    @Activate
    public HostCheck(BundleContext context, HttpConfiguration configuration) {
        listening = context.getProperty("org.apache.felix.http.host");
        names = new HostNames(listening);
        modified(configuration);
    }

    @Modified
    void modified(HttpConfiguration configuration) {
        try {
            names = new HostNames(listening, configuration.allowedHosts());
        } catch (IllegalArgumentException e) {
            LOG.error("etc/io.fastsocket.http.cfg: {}; what was in force stays", e.getMessage());
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer
                && !names.allow(asked.getHeader("Host"))) {
            answer.setHeader("X-Content-Type-Options", "nosniff");
            GetServlet.write(answer, MISDIRECTED, "text/plain", REFUSAL);
            return;
        }
        chain.doFilter(request, response);
    }
}

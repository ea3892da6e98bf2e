package io.fastsocket.asyncapi.live;

import io.fastsocket.asyncapi.ReadOnlyServlet;
import io.fastsocket.spi.contract.LiveContract;
import io.fastsocket.spi.contract.LiveContract.Form;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /asyncapi.yaml} and {@code /asyncapi.json}: the contract of what is in service. The
 * whiteboard's properties are written out, since its annotations would demand that there is one.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/asyncapi.yaml",
            "osgi.http.whiteboard.servlet.pattern=/asyncapi.json"
        })
public final class ContractServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient LiveContract contract;

    /**
     * Started by DS.
     *
     * @param contract what is served
     */
    @Activate
    public ContractServlet(@Reference LiveContract contract) {
        this.contract = contract;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean json = request.getServletPath().endsWith(".json");
        String document = contract.document(json ? Form.JSON : Form.YAML);
        response.setHeader("Cache-Control", "no-store");
        write(
                request,
                response,
                json ? "application/json" : "application/yaml",
                document.getBytes(StandardCharsets.UTF_8));
    }
}

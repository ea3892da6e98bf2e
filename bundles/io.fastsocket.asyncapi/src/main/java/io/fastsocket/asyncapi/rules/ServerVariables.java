package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.List;

/** 2.x: the variables of a server's URL and its {@code variables} match. */
final class ServerVariables implements Rule {

    @Override
    public void check(Contract contract) {
        List<Part> servers = new ArrayList<>(contract.meant().at("servers").all());
        servers.addAll(contract.meant().at("components", "servers").all());
        for (Part server : servers) {
            String url = server.text("url");
            Part described = server.at("variables");
            if (url != null && described.node().isObject()) {
                List<String> variables = Variables.in(url);
                if (!variables.isEmpty()) {
                    Variables.compare(
                            contract,
                            "asyncapi2-server-variables",
                            variables,
                            described,
                            "the URL's");
                }
            }
        }
    }
}

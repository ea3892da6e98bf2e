package io.fastsocket.asyncapi.rules;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * 2.x: the security schemes that servers and operations name are there, and so are their scopes.
 */
final class Security2 implements Rule {

    private static final List<String> FLOWS =
            List.of("implicit", "password", "clientCredentials", "authorizationCode");

    @Override
    public void check(Contract contract) {
        for (Part server : contract.meant().at("servers").all()) {
            check(contract, "asyncapi2-server-security", server);
        }
        for (Part operation : Operations2.of(contract.meant())) {
            check(contract, "asyncapi2-operation-security", operation);
        }
    }

    private static void check(Contract contract, String rule, Part holder) {
        JsonNode schemes = contract.meant().at("components", "securitySchemes").node();
        for (Part requirement : holder.at("security").all()) {
            for (Part scheme : requirement.all()) {
                JsonNode defined = schemes.path(scheme.name());
                if (defined.isMissingNode()) {
                    contract.error(
                            rule,
                            scheme,
                            "there is no "
                                    + Quote.of(scheme.name())
                                    + " in /components/securitySchemes");
                } else if ("oauth2".equals(defined.path("type").textValue())) {
                    checkScopes(contract, rule, scheme, scopes(defined));
                }
            }
        }
    }

    private static void checkScopes(
            Contract contract, String rule, Part scheme, Set<String> defined) {
        for (Part scope : scheme.all()) {
            String name = scope.node().textValue();
            if (name != null && !defined.contains(name)) {
                contract.error(
                        rule,
                        scope,
                        Quote.of(scheme.name())
                                + " has no scope "
                                + Quote.of(name)
                                + "; it has "
                                + (defined.isEmpty() ? "none" : String.join(", ", defined)));
            }
        }
    }

    private static Set<String> scopes(JsonNode scheme) {
        Set<String> scopes = new TreeSet<>();
        for (String flow : FLOWS) {
            scheme.path("flows")
                    .path(flow)
                    .path("scopes")
                    .fieldNames()
                    .forEachRemaining(scopes::add);
        }
        return scopes;
    }
}

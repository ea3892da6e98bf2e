package io.fastsocket.asyncapi.rules;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.List;

/** 2.x: what AsyncAPI recommends. Warnings. */
final class Recommended2 implements Rule {

    /** The first versions of which messages have ids. */
    private static final List<String> WITHOUT_IDS = List.of("2.0.0", "2.1.0", "2.2.0", "2.3.0");

    @Override
    public void check(Contract contract) {
        Part root = contract.meant();
        Part info = root.at("info");
        want(contract, "asyncapi-id", root, "id");
        want(contract, "asyncapi-defaultContentType", root, "defaultContentType");
        want(contract, "asyncapi-info-description", info, "description");
        want(contract, "asyncapi-info-contact", info, "contact");
        want(contract, "asyncapi-info-license", info, "license");
        if (info.at("contact").node().isObject()) {
            for (String key : List.of("name", "url", "email")) {
                want(contract, "asyncapi-info-contact-properties", info.at("contact"), key);
            }
        }
        if (root.at("servers").node().isEmpty()) {
            contract.warning("asyncapi-servers", root.at("servers"), "better: name a server");
        }
        want(contract, "asyncapi2-tags", root, "tags");
        names(contract);
        ids(contract);
    }

    private static void want(Contract contract, String rule, Part holder, String key) {
        if (!truthy(holder.node().path(key))) {
            contract.warning(rule, holder.at(key), "better: say \"" + key + "\"");
        }
    }

    /** As in JavaScript. */
    private static boolean truthy(JsonNode node) {
        return node.isContainerNode()
                || node.asBoolean(false)
                || (node.isTextual() && !node.textValue().isEmpty());
    }

    private static void names(Contract contract) {
        for (Part server : contract.meant().at("servers").all()) {
            String url = server.text("url");
            if (url != null && url.contains("{}")) {
                warn(contract, "asyncapi2-server-no-empty-variable", server.at("url"), "no {}");
            }
            if (url != null && url.endsWith("/")) {
                warn(
                        contract,
                        "asyncapi2-server-no-trailing-slash",
                        server.at("url"),
                        "no / at the end");
            }
        }
        for (Part channel : contract.meant().at("channels").all()) {
            if (channel.name().contains("{}")) {
                warn(contract, "asyncapi2-channel-no-empty-parameter", channel, "no {}");
            }
            if (channel.name().length() > 1 && channel.name().endsWith("/")) {
                warn(contract, "asyncapi2-channel-no-trailing-slash", channel, "no / at the end");
            }
        }
    }

    private static void warn(Contract contract, String rule, Part part, String better) {
        contract.warning(rule, part, "better: " + better);
    }

    private static void ids(Contract contract) {
        for (Part operation : Operations2.everywhere(contract.meant())) {
            wantId(contract, "asyncapi2-operation-operationId", operation, "operationId");
        }
        if (!WITHOUT_IDS.contains(contract.version())) {
            for (Part message : Operations2.allMessages(contract.meant())) {
                wantId(contract, "asyncapi2-message-messageId", message, "messageId");
            }
        }
    }

    private static void wantId(Contract contract, String rule, Part holder, String key) {
        boolean there =
                truthy(holder.node().path(key))
                        || holder.at("traits").all().stream()
                                .anyMatch(trait -> truthy(trait.node().path(key)));
        if (!there) {
            contract.warning(rule, holder, "better: say \"" + key + "\"");
        }
    }
}

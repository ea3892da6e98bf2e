package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;

/** 2.x: the servers that a channel names are there. */
final class ChannelServers implements Rule {

    @Override
    public void check(Contract contract) {
        Part servers = contract.meant().at("servers");
        for (Part channel : contract.meant().at("channels").all()) {
            for (Part server : channel.at("servers").all()) {
                String name = server.node().textValue();
                if (name != null && !servers.node().has(name)) {
                    contract.error(
                            "asyncapi2-channel-servers",
                            server,
                            "there is no server " + Quote.of(name) + " in /servers");
                }
            }
        }
    }
}

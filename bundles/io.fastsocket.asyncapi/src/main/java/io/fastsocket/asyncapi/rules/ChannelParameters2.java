package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.List;

/** 2.x: the parameters in a channel's name and its {@code parameters} match. */
final class ChannelParameters2 implements Rule {

    @Override
    public void check(Contract contract) {
        for (Part channel : contract.meant().at("channels").all()) {
            Part described = channel.at("parameters");
            List<String> variables = Variables.in(channel.name());
            if (described.node().isObject() && !variables.isEmpty()) {
                Variables.compare(
                        contract,
                        "asyncapi2-channel-parameters",
                        variables,
                        described,
                        "the channel's");
            }
        }
    }
}

package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.List;

/** 3.x: the parameters in a channel's address and its {@code parameters} match. */
final class ChannelParameters3 implements Rule {

    @Override
    public void check(Contract contract) {
        List<Part> channels = new ArrayList<>(contract.meant().at("channels").all());
        channels.addAll(contract.meant().at("components", "channels").all());
        for (Part channel : channels) {
            Part described = channel.at("parameters");
            if (described.node().isObject()) {
                String address = channel.text("address");
                Variables.compare(
                        contract,
                        "asyncapi3-channel-parameters",
                        Variables.in(address == null ? "" : address),
                        described,
                        "the address's");
            }
        }
    }
}

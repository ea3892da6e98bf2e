package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.rules.Contract.Part;

/** No {@code ?} or {@code #} in the names of channels. */
final class ChannelKeys implements Rule {

    private final String id;

    ChannelKeys(String id) {
        this.id = id;
    }

    @Override
    public void check(Contract contract) {
        for (Part channel : contract.meant().at("channels").all()) {
            if (channel.name().indexOf('?') >= 0 || channel.name().indexOf('#') >= 0) {
                contract.error(
                        id,
                        channel,
                        "a channel's name must not have ? or #: say such things in its bindings");
            }
        }
    }
}

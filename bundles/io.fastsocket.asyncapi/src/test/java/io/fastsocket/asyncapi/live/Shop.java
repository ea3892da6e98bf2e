package io.fastsocket.asyncapi.live;

import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.ServedPlugin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A plugin with a document of its own. */
final class Shop {

    static final String DOCUMENT =
            """
            asyncapi: 3.0.0
            info: {title: Shop, version: 1.0.0}
            channels:
              shop:
                address: /shop
                messages:
                  buy:
                    payload: {$ref: '#/components/schemas/Item'}
                  bought: {payload: {type: integer}}
            operations:
              buying:
                action: receive
                summary: Somebody buys.
                channel: {$ref: '#/channels/shop'}
                messages: [{$ref: '#/channels/shop/messages/buy'}]
                reply:
                  channel: {$ref: '#/channels/shop'}
                  messages: [{$ref: '#/channels/shop/messages/bought'}]
            components:
              schemas:
                Item:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, pattern: '^[a-z]+$'}
                    parts: {type: array, items: {$ref: '#/components/schemas/Item'}}
            """;

    private Shop() {}

    /** A revision's contract, of a document of its own. */
    static KeptContract own(String plugin, String document) {
        return (KeptContract)
                new Keeper(LiveModes.defaults())
                        .open(
                                plugin,
                                "1.0.0",
                                Map.of("asyncapi.yaml", document.getBytes(StandardCharsets.UTF_8)));
    }

    /** A plugin that has one. */
    static ServedPlugin served(String plugin) {
        return new ServedPlugin(
                plugin,
                "2.0.0",
                own(plugin, DOCUMENT),
                List.of(new HandledEvent("/shop", "buy", List.of(), null, Map::of)),
                List.of());
    }
}

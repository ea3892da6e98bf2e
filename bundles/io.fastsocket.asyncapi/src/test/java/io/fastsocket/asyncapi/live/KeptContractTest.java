package io.fastsocket.asyncapi.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Json;
import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.EmittedEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What is wrong with a revision's contract, by itself and beside others. */
class KeptContractTest {

    @Test
    void twoWhoSayDifferentThingsAboutAnEventAreInConflict() {
        KeptContract shop = Shop.own("a.shop", Shop.DOCUMENT);
        assertThat(
                        shop.conflicts(
                                Shop.own("b.shop", Shop.DOCUMENT.replace("Somebody buys", "Sold"))))
                .isEmpty();
        assertThat(shop.conflicts(Shop.own("b.shop", Shop.DOCUMENT.replace("a-z", "a-y"))))
                .singleElement()
                .asString()
                .contains("\"buy\"", "/shop", "a.shop", "b.shop");
    }

    private static KeptContract saying(String plugin, Class<?>... sent) {
        KeptContract contract =
                (KeptContract) new Keeper(LiveModes.defaults()).open(plugin, "1.0.0", Map.of());
        for (Class<?> payload : sent) {
            contract.declares(new EmittedEvent("/rooms/{room}", "said", payload, plugin));
        }
        return contract;
    }

    @Test
    void twoWhoseCodeSendsDifferentThingsAreInConflict() {
        KeptContract chat = saying("a.chat", Chat.Item.class);
        assertThat(chat.conflicts(saying("b.chat", Chat.Item.class, Chat.Item.class))).isEmpty();
        assertThat(chat.conflicts(saying("b.chat"))).isEmpty();
        assertThat(chat.conflicts(saying("b.chat", Chat.Item2.class)))
                .singleElement()
                .asString()
                .contains("\"said\"", "/rooms/{room}", "the server sends", "a.chat", "b.chat");
        assertThat(chat.conflicts(saying("b.chat", Chat.Item.class, Chat.Item2.class))).hasSize(1);
        KeptContract both = saying("c.chat", Chat.Item.class, Chat.Item2.class);
        assertThat(both.conflicts(saying("b.chat", Chat.Item2.class, Chat.Item.class))).isEmpty();
        assertThat(saying("a", Chat.Item4.class).conflicts(saying("b", Chat.Item4.class)))
                .isEmpty();
    }

    @Test
    void codeHasToKeepWhatAnothersDocumentPromises() {
        String promised =
                """
                asyncapi: 3.0.0
                info: {title: Rooms, version: 1.0.0}
                channels:
                  rooms:
                    address: /rooms/{name}
                    parameters: {name: {}}
                    messages:
                      said:
                        payload:
                          type: object
                          required: [text]
                          properties: {text: {type: string, minLength: 1}}
                operations:
                  saying:
                    action: send
                    channel: {$ref: '#/channels/rooms'}
                    messages: [{$ref: '#/channels/rooms/messages/said'}]
                """;
        KeptContract document = Shop.own("a.shop", promised);
        assertThat(document.problems()).isEmpty();
        assertThat(document.conflicts(saying("b.chat", Chat.Item.class))).isEmpty();
        assertThat(saying("b.chat", Chat.Item.class).conflicts(document)).isEmpty();
        for (KeptContract other :
                List.of(saying("b.chat", Chat.Other.class), saying("b.chat", Json.class))) {
            assertThat(document.conflicts(other)).hasSize(1);
            assertThat(other.conflicts(document))
                    .singleElement()
                    .asString()
                    .contains("\"said\"", "a.shop", "b.chat");
        }
    }

    @Test
    void aDocumentThatIsNotValidIsAProblem() {
        assertThat(
                        Shop.own("a", Shop.DOCUMENT.replace("action: receive", "action: take"))
                                .problems())
                .singleElement()
                .asString()
                .startsWith(
                        "META-INF/asyncapi.yaml:12:5: /operations/buying/action: must be one of");
    }
}

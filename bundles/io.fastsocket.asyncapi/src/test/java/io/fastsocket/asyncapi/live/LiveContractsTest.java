package io.fastsocket.asyncapi.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.fastsocket.asyncapi.AsyncApiJudge;
import io.fastsocket.spi.contract.LiveContract.Form;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.contract.ServedPlugins;
import io.fastsocket.spi.contract.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The contract of all that is in service. */
class LiveContractsTest {

    @TempDir Path folder;

    private final List<ServedPlugin> served = new ArrayList<>();
    private long changes;

    private final ServedPlugins plugins =
            new ServedPlugins() {
                @Override
                public long changes() {
                    return changes;
                }

                @Override
                public List<ServedPlugin> plugins() {
                    return served;
                }
            };

    private final LiveContracts live = new LiveContracts("1.2.3", plugins);

    private JsonNode valid() throws Exception {
        for (Form form : Form.values()) {
            Path file = folder.resolve("live." + form.name().toLowerCase(java.util.Locale.ROOT));
            Files.writeString(file, live.document(form));
            Verdict verdict = new AsyncApiJudge().judge(file, true, Set.of());
            assertThat(verdict.problems()).as(live.document(form)).isEmpty();
        }
        return new ObjectMapper().readTree(live.document(Form.JSON));
    }

    @Test
    void withoutPluginsItIsValid() throws Exception {
        assertThat(valid().path("info").path("version").asText()).isEqualTo("1.2.3");
    }

    @Test
    void whatIsDerivedHasChannelsEventsAnswersAndErrors() throws Exception {
        served.add(Chat.served("a.chat", Chat.Item.class));
        JsonNode document = valid();
        JsonNode room = document.path("channels").path("rooms.room");
        assertThat(room.path("address").asText()).isEqualTo("/rooms/{room}");
        assertThat(room.path("parameters").has("room")).isTrue();
        JsonNode say = document.path("operations").path("rooms.room.receive.say");
        assertThat(say.path("reply").path("messages")).hasSize(2);
        assertThat(say.path("x-fastsocket-plugins").path(0))
                .hasToString("{\"name\":\"a.chat\",\"version\":\"1.0.0\"}");
        assertThat(room.path("messages").path("say").path("payload").path("$ref").asText())
                .isEqualTo("#/components/schemas/Item");
        assertThat(room.path("messages").path("say.ack").path("payload").toString())
                .contains("#/components/schemas/Other");
        assertThat(document.path("operations").path("root.send.hour").path("x-socketio"))
                .hasToString("{\"room\":\"clock\"}");
        assertThat(document.at("/channels/root/messages/a.chat/payload"))
                .hasToString("{\"type\":\"array\",\"x-socketio-args\":true,\"maxItems\":0}");
    }

    @Test
    void aDocumentOfAPluginsOwnGoesFirstAndKeepsItsWords() throws Exception {
        served.add(Chat.served("a.chat", Chat.Item.class));
        served.add(Shop.served("b.shop"));
        JsonNode document = valid();
        assertThat(document.path("operations").path("shop.receive.buy").path("summary").asText())
                .isEqualTo("Somebody buys.");
        assertThat(document.at("/components/schemas/Item/properties/name/pattern").asText())
                .isEqualTo("^[a-z]+$");
        assertThat(document.at("/components/schemas/Item/properties/parts/items/$ref").asText())
                .isEqualTo("#/components/schemas/Item");
        assertThat(document.at("/components/schemas/chat.Item/properties").has("text")).isTrue();
        assertThat(document.at("/x-fastsocket-plugins/0/contract").asText()).isEqualTo("own");
    }

    @Test
    void whatTwoSendDifferentlyIsEither() throws Exception {
        served.add(Chat.served("a.chat", Chat.Item.class));
        served.add(Chat.served("b.chat", Chat.Other.class));
        served.add(Chat.served("c.chat", Chat.Other.class));
        JsonNode send = valid().path("operations").path("rooms.room.send.say");
        assertThat(send.path("x-fastsocket-plugins")).hasSize(3);
    }

    @Test
    void aChangeIsSeenAtOnce() throws Exception {
        valid();
        served.add(Shop.served("b.shop"));
        changes++;
        assertThat(valid().path("channels").has("shop")).isTrue();
    }
}

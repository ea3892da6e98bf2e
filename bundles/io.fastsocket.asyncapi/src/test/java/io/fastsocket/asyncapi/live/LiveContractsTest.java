package io.fastsocket.asyncapi.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.fastsocket.api.Ack;
import io.fastsocket.api.Json;
import io.fastsocket.asyncapi.AsyncApiJudge;
import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.ContractDrift.Drift;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.LiveContract.Form;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.contract.ServedPlugins;
import io.fastsocket.spi.contract.Verdict;
import io.fastsocket.spi.transport.Payload;

import jakarta.validation.constraints.NotBlank;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class LiveContractsTest {

    private static final String SHOP =
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

    record Item(@NotBlank String text, Item next) {}

    record Item2(@NotBlank String text, @NotBlank String more) {}

    record Item3(@NotBlank String text, Item3 next, Optional<String> more, int[] numbers) {}

    record Other(int number) {}

    @SuppressWarnings("unused") // looked at
    static final class Handler {
        Item say(Item item, Ack<Other> ack) {
            return item;
        }

        void nothing() {}

        Item2 say2(Item2 item) {
            return item;
        }

        Item3 say3(Item3 item) {
            return item;
        }

        Other nothing2() {
            return null;
        }
    }

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

    private static Method method(String name) {
        return Arrays.stream(Handler.class.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ServedPlugin chat(String plugin, Class<?> sent) {
        Method say = method("say");
        AnnotatedType ack =
                ((AnnotatedParameterizedType) say.getAnnotatedParameterTypes()[1])
                        .getAnnotatedActualTypeArguments()[0];
        return new ServedPlugin(
                plugin,
                "1.0.0",
                null,
                List.of(
                        new HandledEvent(
                                "/rooms/{room}",
                                "say",
                                List.of(say.getParameters()[0]),
                                ack,
                                Map::of),
                        new HandledEvent("/", plugin, List.of(), null, () -> Map.of("Item.b", 3L))),
                List.of(
                        new EmittedEvent("/rooms/{room}", "say", sent, ""),
                        new EmittedEvent("/", "hour", Void.class, "clock")));
    }

    private static KeptContract own(String plugin, String document) {
        return (KeptContract)
                new Keeper(LiveModes.defaults())
                        .open(
                                plugin,
                                "1.0.0",
                                Map.of("asyncapi.yaml", document.getBytes(StandardCharsets.UTF_8)));
    }

    private static ServedPlugin shop(String plugin) {
        return new ServedPlugin(
                plugin,
                "2.0.0",
                own(plugin, SHOP),
                List.of(new HandledEvent("/shop", "buy", List.of(), null, Map::of)),
                List.of());
    }

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
        served.add(chat("a.chat", Item.class));
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
        served.add(chat("a.chat", Item.class));
        served.add(shop("b.shop"));
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
        served.add(chat("a.chat", Item.class));
        served.add(chat("b.chat", Other.class));
        served.add(chat("c.chat", Other.class));
        JsonNode send = valid().path("operations").path("rooms.room.send.say");
        assertThat(send.path("x-fastsocket-plugins")).hasSize(3);
    }

    @Test
    void aChangeIsSeenAtOnce() throws Exception {
        valid();
        served.add(shop("b.shop"));
        changes++;
        assertThat(valid().path("channels").has("shop")).isTrue();
    }

    @Test
    void twoWhoSayDifferentThingsAboutAnEventAreInConflict() {
        KeptContract shop = own("a.shop", SHOP);
        assertThat(shop.conflicts(own("b.shop", SHOP.replace("Somebody buys", "Sold")))).isEmpty();
        assertThat(shop.conflicts(own("b.shop", SHOP.replace("a-z", "a-y"))))
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

    record Item4(Item next, @NotBlank String text) {}

    @Test
    void twoWhoseCodeSendsDifferentThingsAreInConflict() {
        KeptContract chat = saying("a.chat", Item.class);
        assertThat(chat.conflicts(saying("b.chat", Item.class, Item.class))).isEmpty();
        assertThat(chat.conflicts(saying("b.chat"))).isEmpty();
        assertThat(chat.conflicts(saying("b.chat", Item2.class)))
                .singleElement()
                .asString()
                .contains("\"said\"", "/rooms/{room}", "the server sends", "a.chat", "b.chat");
        assertThat(chat.conflicts(saying("b.chat", Item.class, Item2.class))).hasSize(1);
        KeptContract both = saying("c.chat", Item.class, Item2.class);
        assertThat(both.conflicts(saying("b.chat", Item2.class, Item.class))).isEmpty();
        assertThat(saying("a", Item4.class).conflicts(saying("b", Item4.class))).isEmpty();
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
        KeptContract document = own("a.shop", promised);
        assertThat(document.problems()).isEmpty();
        assertThat(document.conflicts(saying("b.chat", Item.class))).isEmpty();
        assertThat(saying("b.chat", Item.class).conflicts(document)).isEmpty();
        for (KeptContract other :
                List.of(saying("b.chat", Other.class), saying("b.chat", Json.class))) {
            assertThat(document.conflicts(other)).hasSize(1);
            assertThat(other.conflicts(document))
                    .singleElement()
                    .asString()
                    .contains("\"said\"", "a.shop", "b.chat");
        }
    }

    private static ServedPlugin handling(String version, String... methods) {
        List<HandledEvent> handled = new ArrayList<>();
        for (String name : methods) {
            Method method = method(name);
            List<Parameter> arguments =
                    Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.getType() != Ack.class)
                            .toList();
            AnnotatedType answer =
                    method.getReturnType() == void.class ? null : method.getAnnotatedReturnType();
            handled.add(
                    new HandledEvent(
                            "/", name.replaceAll("[0-9]", ""), arguments, answer, Map::of));
        }
        return new ServedPlugin("a.chat", version, null, handled, List.of());
    }

    private static List<String> between(ServedPlugin old, ServedPlugin now) {
        Keeper keeper = new Keeper(LiveModes.defaults());
        return keeper.changes(keeper.document(old), keeper.document(now)).stream()
                .map(change -> change.impact() + " " + change.event() + " " + change.path())
                .toList();
    }

    @Test
    void revisionsAreComparedByWhatTheirCodeSays() {
        Keeper keeper = new Keeper(LiveModes.defaults());
        assertThat(keeper.document(handling("1.0.0", "say", "nothing")))
                .isEqualTo(keeper.document(handling("1.0.1", "say", "nothing")))
                .doesNotContain("a.chat", "fastsocket");
        assertThat(between(handling("1", "say"), handling("2", "say", "nothing")))
                .containsExactly("COMPATIBLE nothing /operations/root.receive.nothing");
        assertThat(between(handling("1", "say", "nothing"), handling("2", "say")))
                .containsExactly("BREAKING nothing /operations/root.receive.nothing");
        assertThat(between(handling("1", "say"), handling("2", "say2")))
                .startsWith("BREAKING say /components/schemas/Item2/required")
                .doesNotContain("BREAKING say /components/schemas/Item2/properties");
        assertThat(between(handling("1", "say"), handling("2", "say3")))
                .isNotEmpty()
                .allMatch(change -> change.startsWith("COMPATIBLE say"));
        assertThat(between(handling("1", "nothing"), handling("2", "nothing2")))
                .noneMatch(change -> change.startsWith("BREAKING"));
        assertThat(between(handling("1", "nothing2"), handling("2", "nothing")))
                .anyMatch(change -> change.startsWith("BREAKING nothing"));
        assertThat(between(shop("b.shop"), shop("b.shop"))).isEmpty();
    }

    @Test
    void driftIsCountedAndCovered() {
        Keeper keeper = new Keeper(LiveModes.defaults());
        LiveDrift drift = new LiveDrift(keeper, plugins);
        assertThat(drift.drift()).isEmpty();
        assertThat(drift.patch()).isEmpty();

        served.add(shop("b.shop"));
        KeptContract shop = (KeptContract) served.getFirst().contract();
        HandledEvent more = new HandledEvent("/shop", "more", List.of(), null, Map::of);
        shop.received(more).check(Payload.of("{\"a\":1,\"b\":\"x\"}"));
        shop.received(more).check(Payload.of("{\"a\":2}"));
        shop.sent("/shop", "gone").check(Payload.of("1,true"));
        ServedPlugin chat = chat("a.chat", Item.class);
        served.add(
                new ServedPlugin(
                        "a.chat",
                        "1.0.0",
                        keeper.open("a.chat", "1.0.0", Map.of()),
                        chat.handled(),
                        chat.emitted()));
        keeper.unhandled("/", "unknown", Payload.of(""));

        assertThat(drift.drift())
                .extracting(Drift::plugin, Drift::event, Drift::what, Drift::field, Drift::count)
                .containsExactly(
                        tuple("a.chat", "a.chat", "field", "Item.b", 3L),
                        tuple("b.shop", "gone", "sent", "", 1L),
                        tuple("b.shop", "more", "received", "", 2L),
                        tuple("", "unknown", "received", "", 1L));
        assertThat(drift.patch())
                .contains("# b.shop\nchannels:\n  shop:\n    address: /shop\n", "action: send")
                .containsPattern(
                        "payload:\\s+type: object\\s+properties:\\s+a:\\s+type: integer"
                                + "\\s+b:\\s+type: string\\s+required:\\s+- a\\s");
    }

    @Test
    void whatAPluginSaysItSendsIsNoDrift() {
        KeptContract contract =
                (KeptContract) new Keeper(LiveModes.defaults()).open("a", "1", Map.of());
        contract.declares(new EmittedEvent("/rooms/{room}", "said", String.class, ""));
        assertThat(contract.sent("/rooms/1", "said")).isNull();
        assertThat(contract.sent("/rooms/1", "other")).isNotNull();
    }

    @Test
    void aDocumentThatIsNotValidIsAProblem() {
        assertThat(own("a", SHOP.replace("action: receive", "action: take")).problems())
                .singleElement()
                .asString()
                .startsWith(
                        "META-INF/asyncapi.yaml:12:5: /operations/buying/action: must be one of");
    }
}

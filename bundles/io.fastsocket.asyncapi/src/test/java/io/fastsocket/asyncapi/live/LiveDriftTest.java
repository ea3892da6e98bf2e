package io.fastsocket.asyncapi.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.ContractDrift.Drift;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.contract.ServedPlugins;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said and in no contract. */
class LiveDriftTest {

    private final List<ServedPlugin> served = new ArrayList<>();

    private final ServedPlugins plugins =
            new ServedPlugins() {
                @Override
                public long changes() {
                    return 0;
                }

                @Override
                public List<ServedPlugin> plugins() {
                    return served;
                }
            };

    @Test
    void driftIsCountedAndCovered() {
        Keeper keeper = new Keeper(LiveModes.defaults());
        LiveDrift drift = new LiveDrift(keeper, plugins);
        assertThat(drift.drift()).isEmpty();
        assertThat(drift.patch()).isEmpty();

        served.add(Shop.served("b.shop"));
        KeptContract shop = (KeptContract) served.getFirst().contract();
        HandledEvent more = new HandledEvent("/shop", "more", List.of(), null, Map::of);
        shop.received(more).check(Payload.of("{\"a\":1,\"b\":\"x\"}"));
        shop.received(more).check(Payload.of("{\"a\":2}"));
        shop.sent("/shop", "gone").check(Payload.of("1,true"));
        ServedPlugin chat = Chat.served("a.chat", Chat.Item.class);
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
}

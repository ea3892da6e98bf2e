package io.fastsocket.asyncapi.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.contract.RevisionContract;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The contract of the example orders refuses what it says it refuses. */
class OrdersTest {

    private static JsonNode document;
    private static PayloadCheck place;

    record Order(String number) {}

    @SuppressWarnings("unused") // looked at
    static void place(Order order) {}

    @BeforeAll
    static void open() throws IOException {
        byte[] file =
                Files.readAllBytes(
                        Path.of(System.getProperty("root.dir"))
                                .resolve("plugins-examples/orders/src/main/resources")
                                .resolve("META-INF/asyncapi.yaml"));
        document = new YAMLMapper().readTree(file);
        RevisionContract contract =
                new Keeper(LiveModes.defaults()).open("orders", "1", Map.of("asyncapi.yaml", file));
        assertThat(contract.problems()).isEmpty();
        Method method =
                Arrays.stream(OrdersTest.class.getDeclaredMethods())
                        .filter(m -> m.getName().equals("place"))
                        .findFirst()
                        .orElseThrow();
        place =
                contract.received(
                        new HandledEvent(
                                "/orders",
                                "place",
                                List.of(method.getParameters()),
                                null,
                                Map::of));
    }

    private static ObjectNode example(int which) {
        return document.at("/components/messages/place/examples/" + which + "/payload").deepCopy();
    }

    @Test
    void itsExamplesPass() {
        assertThat(place.check(Payload.of(example(0).toString()))).isEmpty();
        assertThat(place.check(Payload.of(example(1).toString()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | number          | "ab-0001"                                   | number
                    0 | lines           | []                                          | lines
                    0 | lines           | [{"article":"a--b","quantity":1,"cents":5}] | lines[0].article
                    0 | lines           | [{"article":"a","quantity":1,"cents":7}]    | lines[0].cents
                    0 | payment         | {"kind":"card"}                             | payment.lastDigits
                    0 | payment         | {"kind":"transfer","iban":"DE"}             | payment.iban
                    0 | payment         | {"kind":"cash"}                             | payment
                    0 | delivery        | "courier"                                   | address
                    0 | address         | "1 Harbour Road"                            | ''
                    1 | delivery        | "pickup"                                    | ''
                    """)
    void whatTheDocumentRefusesIsRefused(int which, String member, String value, String path)
            throws IOException {
        ObjectNode order = example(which);
        order.set(member, new YAMLMapper().readTree(value));
        List<Detail> wrong = place.check(Payload.of(order.toString()));
        assertThat(wrong).isNotEmpty();
        assertThat(wrong.getFirst().path()).startsWith(path);
    }
}

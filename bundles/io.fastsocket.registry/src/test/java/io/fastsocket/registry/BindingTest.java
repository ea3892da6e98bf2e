package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.registry.inside.fakes.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients send becomes the parameters of handlers. */
class BindingTest extends BindingFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message|{\"text\":\"hi\"}",
                "int|-7",
                "long|9007199254740993",
                "string|\"é\"",
                "double|1.5",
                "bool|true",
                "scalars|{\"i\":1,\"l\":2,\"d\":3.0,\"b\":false,\"s\":null}",
                "ints|[1,2,3]",
                "map|{\"a\":[1,2],\"b\":[]}",
                "time|{\"at\":\"2026-01-31T12:00:00Z\",\"day\":\"2026-01-31\"}",
                "shape|{\"radius\":3}",
                "shape|{\"side\":4}",
                "payment|{\"kind\":\"card\",\"digits\":\"1234\"}",
                "raw|{\"b\" : 1.50, \"a\":[1e3,{\"x\":\"\\\"},\"}]}",
                "wrapped|{\"name\":\"n\",\"raw\":{\"z\":1.0,\"a\":[ 2 ]}}",
                "wrapped|{\"name\":\"n\",\"raw\":12}",
                "wrapped|{\"name\":\"n\",\"raw\":\"text\"}",
                "order|{\"id\":\"ab\",\"items\":[{\"name\":\"x\",\"price\":3}],\"note\":\"n\",\"color\":\"RED\"}",
            })
    void whatFitsComesBack(String event, String json) {
        assertThat(client.call(event, json)).isEqualTo(json);
    }

    @Test
    void whatOnlySaysWhichItIsFits() {
        assertThat(client.call("payment", "{\"kind\":\"card\"}"))
                .isEqualTo("{\"kind\":\"card\",\"digits\":null}");
    }

    @Test
    void unknownMembersAndMoreArgumentsAreIgnored() {
        assertThat(client.call("message", "{\"x\":{\"y\":[1]},\"text\":\"a\"},5"))
                .isEqualTo("{\"text\":\"a\"}");
    }

    @Test
    void missingOptionalIsEmpty() {
        assertThat(client.call("optional", "\"a\"")).isEqualTo("\"a-1\"");
        assertThat(client.call("optional", "\"a\",3")).isEqualTo("\"a3\"");
    }

    @Test
    void restIsCounted() {
        assertThat(client.call("rest", "\"a\"")).isEqualTo("0");
        assertThat(client.call("rest", "\"a\",1,[2,3]")).isEqualTo("2");
    }

    @Test
    void binariesGoThrough() {
        byte[] one = {1, 2};
        byte[] two = {3};
        long id =
                client.send(
                        "blob",
                        "{\"name\":\"n\",\"data\":{\"_placeholder\":true,\"num\":1}}",
                        one,
                        two);
        assertThat(client.ackOf(id))
                .isEqualTo("{\"name\":\"n\",\"data\":{\"_placeholder\":true,\"num\":0}}");
        assertThat(client.acks.get(id).attachments()).containsExactly(two);
        long echo = client.send("binary", "{\"_placeholder\":true,\"num\":0}", one);
        assertThat(client.ackOf(echo)).isEqualTo("{\"_placeholder\":true,\"num\":0}");
        assertThat(client.acks.get(echo).attachments()).containsExactly(one);
        long raw =
                client.send(
                        "raw",
                        "{\"a\":\"{\\\"_placeholder\\\":true,\\\"num\\\":1}\",\"b\":{\"num\":1,\"_placeholder\":true}}",
                        one,
                        two);
        assertThat(client.ackOf(raw))
                .isEqualTo(
                        "{\"a\":\"{\\\"_placeholder\\\":true,\\\"num\\\":1}\",\"b\":{\"_placeholder\":true,\"num\":0}}");
        assertThat(client.acks.get(raw).attachments()).containsExactly(two);
    }

    @Test
    void unknownEventsHaveNoHandler() {
        assertThat(client.call("nobody", "1"))
                .isEqualTo(
                        "{\"error\":{\"code\":4004,\"reason\":\"no handler\",\"event\":\"nobody\"}}");
        client.sendWithoutAck("nobody", "1");
        Await.until("error event", () -> !client.emitted.isEmpty());
        assertThat(client.emitted.peek())
                .hasToString(
                        "\"error\",{\"error\":{\"code\":4004,\"reason\":\"no handler\",\"event\":\"nobody\"}}");
    }
}

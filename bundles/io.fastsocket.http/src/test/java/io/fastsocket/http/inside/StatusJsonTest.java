package io.fastsocket.http.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.observe.StreamState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.List;

/** What the status says to programs, and nobody is told. */
final class StatusJsonTest extends Running {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/status.json"})
    void nobodyIsToldWhoIsConnected(String path) throws Exception {
        FakeTransport.register(context);

        String answer = server.get(path).body();

        assertThat(answer).contains("/busy", "websocket");
        assertThat(answer).doesNotContain("203.0.113.7", "secret", FakeClient.ID);
    }

    @Test
    void jsonSaysWhatIsAbsent() throws Exception {
        HttpResponse<String> json = server.get("/status.json");

        assertThat(json.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(json.body()).contains("\"socketIo\":null", "\"plugins\":null");
        assertThat(json.body()).contains("\"limits\":null");
    }

    @Test
    void jsonSaysWhichLimitsWereExceeded() throws Exception {
        context.registerService(
                LimitCatalog.class,
                () ->
                        List.of(
                                new LimitInfo("maxPayload", 1000, -1, 2),
                                new LimitInfo("maxConnections", 10, 3, 0)),
                null);

        assertThat(server.get("/status.json").body())
                .contains(
                        "\"limits\":[{\"name\":\"maxPayload\",\"limit\":1000,\"exceeded\":2},"
                                + "{\"name\":\"maxConnections\",\"limit\":10,\"used\":3,"
                                + "\"exceeded\":0}]");
    }

    @Test
    void jsonHasTheFiguresOfStreams() throws Exception {
        StreamInfo stream =
                new StreamInfo(
                        "/market",
                        "trade",
                        "Market.candles",
                        "market",
                        "1.0.0",
                        false,
                        false,
                        StreamState.RUNNING,
                        new StreamInfo.Elements(100, 10, 5, 0.5, 1, 2, 3),
                        new StreamInfo.Buffer(4, 1024, "buffer", 6),
                        7,
                        "",
                        List.of("candle"),
                        new StreamInfo.Subscribers(20, 30, 8, 90, 80));
        context.registerService(StreamCatalog.class, () -> List.of(stream), null);

        assertThat(server.get("/status.json").body())
                .contains(
                        "\"streams\":[{\"namespace\":\"/market\",\"event\":\"trade\",",
                        "\"state\":\"running\",\"in\":100,\"inPerSecond\":10.0,\"out\":5,",
                        "\"waiting\":4,\"buffer\":1024,\"dropped\":6,\"restarts\":7,"
                                + "\"subscribers\":20,\"demand\":30,\"subscribersWaiting\":8,"
                                + "\"sentToSubscribers\":90,\"droppedForSubscribers\":80}]");
    }
}

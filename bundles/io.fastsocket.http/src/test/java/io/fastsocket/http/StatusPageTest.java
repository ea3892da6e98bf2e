package io.fastsocket.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class StatusPageTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String HOSTILE = "<script>alert('\"&')</script>";
    private static final String ESCAPED =
            "&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;";

    @Test
    void whateverComesFromOutsideIsEscaped() {
        PluginInfo plugin =
                new PluginInfo(
                        HOSTILE,
                        HOSTILE,
                        PluginState.WAITING,
                        HOSTILE,
                        HOSTILE,
                        "",
                        NOW,
                        -1,
                        List.of());
        EventInfo event =
                new EventInfo(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        EventState.CANARY,
                        1,
                        2,
                        0,
                        Duration.ZERO);
        Snapshot snapshot =
                new Snapshot(
                        HOSTILE,
                        NOW,
                        NOW,
                        Optional.of(new SocketIoAddress("http", HOSTILE, HOSTILE)),
                        0,
                        List.of(count(HOSTILE, HOSTILE)),
                        Optional.of(List.of(plugin)),
                        Optional.of(List.of(event)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new PageLink(HOSTILE, HOSTILE, true)));

        String page = StatusPage.render(snapshot);

        assertThat(page).doesNotContain("<script>", "alert('").contains(ESCAPED);
    }

    @Test
    void nothingOnThePageNeedsAnInlinePermission() {
        String page = StatusPage.render(snapshot(List.of(), List.of()));

        assertThat(page).doesNotContain("<script>", "<style", "style=", "onclick", "javascript:");
    }

    @Test
    void eachNamespaceIsThereOnceWithWhoIsInItAndWhatIsHandled() {
        Snapshot snapshot =
                snapshot(
                        List.of(count("/b", "polling"), count("/c", "websocket")),
                        List.of(event("/b"), event("/a"), event("/b")));

        assertThat(StatusPage.render(snapshot))
                .containsSubsequence(
                        "<code>/a</code> <small>no sockets",
                        "<table>",
                        "<code>/b</code> <small>1 socket, newest by polling 1 min 5 s ago",
                        "<table>",
                        "1,234",
                        "0.25 ms",
                        "<code>/c</code> <small>1 socket, newest by websocket")
                .containsOnlyOnce("<code>/b</code>");
    }

    @Test
    void eventsSayWhetherTheyWaitOrAreTriedOut() {
        assertThat(StatusPage.render(snapshot(List.of(), List.of(event(EventState.ACTIVE)))))
                .contains("<small>shop</small>");
        assertThat(StatusPage.render(snapshot(List.of(), List.of(event(EventState.PARKED)))))
                .contains("<small>shop, waiting for it to come back</small>");
        assertThat(StatusPage.render(snapshot(List.of(), List.of(event(EventState.CANARY)))))
                .contains("<small>shop, 2.0.0 tried out on a share of the connections</small>");
    }

    private static EventInfo event(EventState state) {
        return new EventInfo(
                "/a", "price", "Shop.price", "shop", "2.0.0", state, 1, 0, 0, Duration.ZERO);
    }

    @Test
    void violationsOfAContractAreShownWhereThereAreSome() {
        String none = StatusPage.render(snapshot(List.of(), List.of(event("/a"))));
        EventInfo event =
                new EventInfo(
                        "/a",
                        "e",
                        "A.e",
                        "a",
                        "1",
                        EventState.ACTIVE,
                        3000,
                        1,
                        2000,
                        Duration.ZERO);

        assertThat(none).doesNotContain("violation");
        assertThat(StatusPage.render(snapshot(List.of(), List.of(event))))
                .contains("<small class=\"bad\">2,000 violations of its contract</small>");
    }

    @Test
    void whereThereIsLittleRoomNamesBreakAtTheirDotsAndFiguresHaveTheirTitles() {
        EventInfo event =
                new EventInfo(
                        "/a",
                        "e",
                        "A.e",
                        "org.example.a",
                        "1",
                        EventState.ACTIVE,
                        3,
                        1,
                        0,
                        Duration.ZERO);

        assertThat(StatusPage.render(snapshot(List.of(), List.of(event))))
                .contains(
                        ">A.<wbr>e<",
                        ">org.<wbr>example.<wbr>a<",
                        "data-title=\"Calls\">3<",
                        "data-title=\"Errors\">1<",
                        "data-title=\"p99\">");
    }

    private static Snapshot snapshot(List<NamespaceCount> namespaces, List<EventInfo> events) {
        return new Snapshot(
                "1",
                NOW,
                NOW,
                Optional.empty(),
                0,
                namespaces,
                Optional.of(List.of()),
                Optional.of(events),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static NamespaceCount count(String name, String transport) {
        NamespaceCount.Newest newest = new NamespaceCount.Newest(transport, NOW.minusSeconds(65));
        return new NamespaceCount(name, 1, Optional.of(newest));
    }

    private static EventInfo event(String namespace) {
        Duration p99 = Duration.ofNanos(250_000);
        return new EventInfo(
                namespace,
                "hello",
                "Hello.hello",
                "hello",
                "1",
                EventState.ACTIVE,
                1234,
                0,
                0,
                p99);
    }
}

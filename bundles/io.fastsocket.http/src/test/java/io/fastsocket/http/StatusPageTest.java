package io.fastsocket.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
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
    void whateverComesFromOutsideIsEscaped() throws UnknownHostException {
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
                new EventInfo(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "1", true, 1, 2, Duration.ZERO);
        Snapshot snapshot =
                new Snapshot(
                        HOSTILE,
                        NOW,
                        NOW,
                        Optional.of(at("0.0.0.0")),
                        0,
                        Optional.of(List.of(plugin)),
                        Optional.of(List.of(event)));

        String page = StatusPage.render(snapshot, HOSTILE);

        assertThat(page).doesNotContain("<script").contains(ESCAPED);
    }

    @Test
    void nothingOnThePageNeedsAnInlinePermission() throws UnknownHostException {
        String page = render("127.0.0.1", "localhost");

        assertThat(page).doesNotContain("<script", "<style", "style=", "onclick", "javascript:");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, http://127.0.0.1:9092",
        "0.0.0.0, chat.example.org, http://chat.example.org:9092",
        "::1, localhost, http://[0:0:0:0:0:0:0:1]:9092",
        "::, [2001:db8::1], http://[2001:db8::1]:9092"
    })
    void theAddressIsOneThatTheReaderCanUse(String bound, String asked, String shown)
            throws UnknownHostException {
        assertThat(render(bound, asked)).contains("<code>" + shown + "</code>");
    }

    @Test
    void eachNamespaceHasItsTable() {
        Snapshot snapshot =
                new Snapshot(
                        "1",
                        NOW,
                        NOW,
                        Optional.empty(),
                        0,
                        Optional.of(List.of()),
                        Optional.of(List.of(event("/b"), event("/a"), event("/b"))));

        assertThat(StatusPage.render(snapshot, "localhost"))
                .containsSubsequence("<code>/a</code>", "<table>", "<code>/b</code>", "<table>")
                .containsOnlyOnce("<code>/b</code>");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT59S, 59 s",
        "PT3M5S, 3 min 5 s",
        "PT3H4M5S, 3 h 4 min",
        "P2DT3H4M, 2 d 3 h"
    })
    void uptimeIsSaidInItsTwoLargestUnits(Duration uptime, String said) {
        assertThat(StatusPage.uptime(uptime)).isEqualTo(said);
    }

    private static String render(String bound, String asked) throws UnknownHostException {
        Snapshot snapshot =
                new Snapshot(
                        "1",
                        NOW,
                        NOW,
                        Optional.of(at(bound)),
                        0,
                        Optional.empty(),
                        Optional.empty());
        return StatusPage.render(snapshot, asked);
    }

    private static InetSocketAddress at(String address) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), 9092);
    }

    private static EventInfo event(String namespace) {
        return new EventInfo(
                namespace, "hello", "Hello.hello", "hello", "1", false, 1, 0, Duration.ZERO);
    }
}

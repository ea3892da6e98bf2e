package io.fastsocket.asyncapi.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.ServedPlugin;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What one revision changes for clients of another. */
class RevisionChangesTest {

    private static List<String> between(ServedPlugin old, ServedPlugin now) {
        Keeper keeper = new Keeper(LiveModes.defaults());
        return keeper.changes(keeper.document(old), keeper.document(now)).stream()
                .map(change -> change.impact() + " " + change.event() + " " + change.path())
                .toList();
    }

    @Test
    void revisionsAreComparedByWhatTheirCodeSays() {
        Keeper keeper = new Keeper(LiveModes.defaults());
        assertThat(keeper.document(Chat.handling("1.0.0", "say", "nothing")))
                .isEqualTo(keeper.document(Chat.handling("1.0.1", "say", "nothing")))
                .doesNotContain("a.chat", "fastsocket");
        assertThat(between(Chat.handling("1", "say"), Chat.handling("2", "say", "nothing")))
                .containsExactly("COMPATIBLE nothing /operations/root.receive.nothing");
        assertThat(between(Chat.handling("1", "say", "nothing"), Chat.handling("2", "say")))
                .containsExactly("BREAKING nothing /operations/root.receive.nothing");
        assertThat(between(Chat.handling("1", "say"), Chat.handling("2", "say2")))
                .startsWith("BREAKING say /components/schemas/Item2/required")
                .doesNotContain("BREAKING say /components/schemas/Item2/properties");
        assertThat(between(Chat.handling("1", "say"), Chat.handling("2", "say3")))
                .isNotEmpty()
                .allMatch(change -> change.startsWith("COMPATIBLE say"));
        assertThat(between(Chat.handling("1", "nothing"), Chat.handling("2", "nothing2")))
                .noneMatch(change -> change.startsWith("BREAKING"));
        assertThat(between(Chat.handling("1", "nothing2"), Chat.handling("2", "nothing")))
                .anyMatch(change -> change.startsWith("BREAKING nothing"));
        assertThat(between(Shop.served("b.shop"), Shop.served("b.shop"))).isEmpty();
    }
}

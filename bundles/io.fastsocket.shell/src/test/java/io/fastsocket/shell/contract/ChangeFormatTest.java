package io.fastsocket.shell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.shell.console.Terminal;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;

import org.junit.jupiter.api.Test;

import java.util.List;

class ChangeFormatTest {

    private static final ComparedFiles COMPARED =
            new ComparedFiles(
                    "old.yaml",
                    "new.yaml",
                    List.of(
                            new Change(
                                    Impact.BREAKING,
                                    Direction.RECEIVED,
                                    "/chat",
                                    "message",
                                    "/components/schemas/Draft/required",
                                    false,
                                    "\"a|b\" is required now"),
                            new Change(
                                    Impact.COMPATIBLE,
                                    Direction.SENT,
                                    "/x",
                                    null,
                                    "/channels/x",
                                    true,
                                    "what <b>")));

    private static String report(ChangeFormat format) {
        return format.report(COMPARED, Terminal.NONE);
    }

    @Test
    void text() {
        assertThat(report(ChangeFormat.TEXT))
                .isEqualTo(
                        """
                        IMPACT      DIRECTION  NAMESPACE  EVENT    CHANGE                 PATH
                        breaking    received   /chat      message  "a|b" is required now  /components/schemas/Draft/required
                        compatible  sent       /x         -        what <b>               old:/channels/x
                        old.yaml -> new.yaml: 1 breaking, 0 unclear, 1 compatible""");
        assertThat(ChangeFormat.TEXT.report(new ComparedFiles("a", "b", List.of()), Terminal.NONE))
                .isEqualTo("a -> b: nothing has changed for clients");
    }

    @Test
    void json() {
        assertThat(report(ChangeFormat.JSON).replaceAll("\\s+", " "))
                .contains("\"breaking\" : 1, \"unclear\" : 0, \"compatible\" : 1")
                .contains(
                        "\"event\" : null, \"file\" : \"old.yaml\", \"path\" : \"/channels/x\","
                                + " \"reason\" : \"what <b>\"");
    }

    @Test
    void markdown() {
        assertThat(report(ChangeFormat.MARKDOWN))
                .startsWith(
                        "**old.yaml → new.yaml**: 1 breaking, 0 unclear, 1 compatible\n\n| impact")
                .contains("| `message` | \"a\\|b\" is required now |")
                .contains("| what \\<b\\> | `old:/channels/x` |");
    }
}

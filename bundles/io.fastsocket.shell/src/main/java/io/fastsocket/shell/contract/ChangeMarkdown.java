package io.fastsocket.shell.contract;

import io.fastsocket.spi.contract.Change;

import java.util.ArrayList;
import java.util.List;

/** A heading and a table. */
final class ChangeMarkdown {

    private ChangeMarkdown() {}

    static String of(ComparedFiles compared) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "**%s → %s**: %s"
                        .formatted(
                                escaped(compared.old()),
                                escaped(compared.changed()),
                                compared.summary()));
        if (!compared.changes().isEmpty()) {
            lines.add("");
            lines.add("| impact | direction | namespace | event | change | path |");
            lines.add("|---|---|---|---|---|---|");
        }
        for (Change change : compared.changes()) {
            lines.add(
                    "| %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    ComparedFiles.word(change.impact()),
                                    ComparedFiles.word(change.direction()),
                                    code(change.namespace()),
                                    change.event() == null ? "" : code(change.event()),
                                    escaped(change.reason()),
                                    code((change.gone() ? "old:" : "") + change.path())));
        }
        return String.join("\n", lines);
    }

    /** Text that means nothing but itself, in a cell of a table. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }

    private static String code(String text) {
        return "`" + text.replaceAll("\\s+", " ").replace('`', '\'').replace("|", "\\|") + "`";
    }
}

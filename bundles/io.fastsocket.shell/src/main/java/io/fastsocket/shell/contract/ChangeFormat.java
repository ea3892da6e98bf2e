package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Terminal;

/** The forms that a report on changes can have. */
public enum ChangeFormat {
    /** For people: a line for each change. */
    TEXT,
    /** For programs. */
    JSON,
    /** For a comment on a change of code, say. */
    MARKDOWN;

    /**
     * A report.
     *
     * @param compared what was compared
     * @param terminal the one that shows it
     * @return the text, without a line break at its end
     */
    public String report(ComparedFiles compared, Terminal terminal) {
        return switch (this) {
            case TEXT -> ChangeText.of(compared, terminal);
            case JSON -> ChangeJson.of(compared);
            case MARKDOWN -> ChangeMarkdown.of(compared);
        };
    }
}

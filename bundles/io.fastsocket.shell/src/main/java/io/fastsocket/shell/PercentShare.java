package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a share of the connections as people write it. */
final class PercentShare {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,2}(?:\\.[0-9]{1,2})?)\\s*%?");
    private static final int PER_PERCENT = HandlerRevision.ALL / 100;

    private PercentShare() {}

    /**
     * Points of {@link HandlerRevision#ALL}.
     *
     * @param text such as {@code 10%} or {@code 0.5}
     * @throws CommandException if it is no share, saying what is
     */
    static int points(String text) throws CommandException {
        Matcher match = TEXT.matcher(text.strip());
        int points =
                match.matches()
                        ? new BigDecimal(match.group(1))
                                .multiply(BigDecimal.valueOf(PER_PERCENT))
                                .intValueExact()
                        : 0;
        if (points == 0) {
            throw CommandException.usage(
                    "--canary: " + text + " is no share; write it like 10%, from 0.01% to 99.99%");
        }
        return points;
    }
}

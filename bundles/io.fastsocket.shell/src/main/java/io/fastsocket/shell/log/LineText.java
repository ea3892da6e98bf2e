package io.fastsocket.shell.log;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Terminal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines for people, as on the server's console, and whom they are about. */
public final class LineText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int LOGGER = 20;
    private static final String INDENT = "    ";

    private final Terminal terminal;
    private final DateTimeFormatter format;
    private final boolean brief;

    private LineText(Terminal terminal, DateTimeFormatter format, boolean brief) {
        this.terminal = terminal;
        this.format = format;
        this.brief = brief;
    }

    /**
     * For lines that come now.
     *
     * @param terminal whether there are colours
     * @param brief whether stack traces are left out
     * @return shows the time without the day
     */
    public static LineText now(Terminal terminal, boolean brief) {
        return new LineText(terminal, TIME, brief);
    }

    /**
     * For some lines.
     *
     * @param lines in their order
     * @param terminal whether there are colours
     * @param brief whether stack traces are left out
     * @return shows the day too if one is not of today
     */
    public static LineText of(List<LogLine> lines, Terminal terminal, boolean brief) {
        ZoneId here = ZoneId.systemDefault();
        String today = Times.inLines(LocalDate.now(here).atStartOfDay(here).toInstant());
        boolean old = !lines.isEmpty() && lines.getFirst().get("timestamp").compareTo(today) < 0;
        return new LineText(terminal, old ? DAY_AND_TIME : TIME, brief);
    }

    /**
     * One line, which may be several on the screen.
     *
     * @param line the line
     * @return without a line break at its end
     */
    public String of(LogLine line) {
        LogLevel level = LogLevel.of(line);
        StringBuilder text = new StringBuilder();
        text.append(terminal.paint(Style.FAINT, Times.local(line.get("timestamp"), format)));
        text.append(' ')
                .append(padded(level == null ? Style.PLAIN : level.style(), line.get("level"), 5));
        text.append(' ')
                .append(padded(Style.PLAIN, shortName(line.get("logger")), LOGGER))
                .append(' ');
        String about = about(line);
        if (!about.isEmpty()) {
            text.append(terminal.paint(Style.FAINT, "[" + about + "]")).append(' ');
        }
        text.append(shown(line.get("message")));
        if (!line.get("thrown").isEmpty() && !brief) {
            text.append('\n').append(INDENT).append(shown(line.get("thrown").stripTrailing()));
        }
        return text.toString();
    }

    private static String about(LogLine line) {
        return Stream.of("plugin", "namespace", "event", "socket")
                .map(line::get)
                .filter(value -> !value.isEmpty())
                .map(value -> Cell.harmless(value).replace('\n', ' '))
                .collect(Collectors.joining(" "));
    }

    private static String shown(String text) {
        String plain = Cell.harmless(text.replace("\t", INDENT).replace("\r\n", "\n"));
        return plain.replace("\n", "\n" + INDENT);
    }

    private String padded(Style style, String word, int width) {
        return terminal.paint(style, word) + " ".repeat(Math.max(0, width - word.length()));
    }

    private static String shortName(String logger) {
        String name = logger.substring(logger.lastIndexOf('.') + 1);
        return Cell.harmless(name.substring(0, Math.min(LOGGER, name.length()))).replace('\n', ' ');
    }
}

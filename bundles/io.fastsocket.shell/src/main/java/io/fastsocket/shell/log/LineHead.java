package io.fastsocket.shell.log;

/**
 * The beginning of a line as the shipped configuration writes it, time and level, compared where it
 * stands. A line that begins otherwise is left to the parser.
 *
 * @param least the least level, or null
 * @param since the first time, as lines write it, or empty
 * @param until the last time, as lines write it, or empty
 */
record LineHead(LogLevel least, String since, String until) {

    private static final String BEFORE_TIME = "{\"timestamp\":\"";
    private static final String BEFORE_LEVEL = "\",\"level\":\"";
    private static final int TIME = BEFORE_TIME.length();
    private static final int LEVEL = TIME + Times.LENGTH + BEFORE_LEVEL.length();

    /** Whether a line that begins at that place of a text may be wanted. */
    boolean mayMatch(String text, int start) {
        if (!text.startsWith(BEFORE_TIME, start)
                || !text.startsWith(BEFORE_LEVEL, start + TIME + Times.LENGTH)) {
            return true;
        }
        if (least != null) {
            LogLevel level = LogLevel.of(text.charAt(start + LEVEL));
            if (level != null && level.compareTo(least) < 0) {
                return false;
            }
        }
        return (since.isEmpty() || compare(text, start + TIME, since) >= 0)
                && (until.isEmpty() || compare(text, start + TIME, until) <= 0);
    }

    private static int compare(String text, int start, String time) {
        for (int i = 0; i < Times.LENGTH; i++) {
            int difference = text.charAt(start + i) - time.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}

package io.fastsocket.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** What came, and what was wrong with it. One thread at a time. */
public final class Tally {

    private long messages;
    private long lost;
    private long repeated;
    private long reordered;
    private long altered;
    private long closed;
    private String first = "";

    /** One message came, and was right. */
    public void message() {
        messages++;
    }

    /**
     * Messages did not come.
     *
     * @param count how many
     */
    public void lost(long count) {
        lost += count;
    }

    void repeated() {
        repeated++;
    }

    void reordered() {
        reordered++;
    }

    /**
     * Something came that should not have, or not so.
     *
     * @param expected what should have come
     * @param b holds what came
     * @param from where it begins
     * @param length of it
     */
    public void altered(String expected, byte[] b, int from, int length) {
        altered++;
        if (first.isEmpty()) {
            String text = new String(b, from, Math.min(length, 120), StandardCharsets.UTF_8);
            first = "instead of " + expected + " came " + text;
        }
    }

    /**
     * A connection ended that should not have.
     *
     * @param reason why
     */
    public void closed(String reason) {
        closed++;
        if (first.isEmpty()) {
            first = "closed: " + reason;
        }
    }

    /**
     * Messages that were right.
     *
     * @return their number
     */
    public long messages() {
        return messages;
    }

    /**
     * Whether nothing was wrong.
     *
     * @return true if so
     */
    public boolean clean() {
        return lost + repeated + reordered + altered + closed == 0;
    }

    /**
     * Takes over what another one says was wrong, and how many were right.
     *
     * @param other stays as it is
     */
    public void add(Tally other) {
        messages += other.messages;
        lost += other.lost;
        repeated += other.repeated;
        reordered += other.reordered;
        altered += other.altered;
        closed += other.closed;
        first = first.isEmpty() ? other.first : first;
    }

    /**
     * What was wrong, in words.
     *
     * @return empty if nothing was
     */
    public String faults() {
        StringBuilder text = new StringBuilder();
        say(text, lost, "lost");
        say(text, repeated, "repeated");
        say(text, reordered, "reordered");
        say(text, altered, "altered");
        say(text, closed, "connections closed");
        return text.toString();
    }

    /**
     * The first thing that was wrong.
     *
     * @return empty if only the number of messages was
     */
    public String example() {
        return first;
    }

    private static void say(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
        }
    }
}

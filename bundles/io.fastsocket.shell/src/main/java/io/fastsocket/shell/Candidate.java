package io.fastsocket.shell;

/**
 * A word that may be typed next.
 *
 * @param word the word; one that ends in a slash is not at its end yet
 * @param description what it is; may be empty
 */
record Candidate(String word, String description) {

    static Candidate of(String word) {
        return new Candidate(word, "");
    }

    /** Whether it can be printed on a line of its own; clients choose names of rooms. */
    boolean isPrintable() {
        return !word.isEmpty() && word.codePoints().noneMatch(Character::isISOControl);
    }

    /** As {@code complete} prints it. */
    String line() {
        String shown =
                description.codePoints().anyMatch(Character::isISOControl) ? "" : description;
        return shown.isEmpty() ? word : word + "\t" + shown;
    }
}

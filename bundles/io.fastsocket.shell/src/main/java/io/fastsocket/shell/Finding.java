package io.fastsocket.shell;

import io.fastsocket.shell.console.Style;

/**
 * What the doctor has to say about one thing.
 *
 * @param what was looked at
 * @param grade how it is
 * @param found what was found
 * @param cure what to do; empty if it is well
 */
record Finding(String what, Grade grade, String found, String cure) {

    /** How a thing is. */
    enum Grade {
        OK(Style.GOOD),
        WARNING(Style.WARNING),
        WRONG(Style.BAD);

        private final Style style;

        Grade(Style style) {
            this.style = style;
        }

        Style style() {
            return style;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Finding ok(String what, String found) {
        return new Finding(what, Grade.OK, found, "");
    }

    static Finding warning(String what, String found, String cure) {
        return new Finding(what, Grade.WARNING, found, cure);
    }

    static Finding wrong(String what, String found, String cure) {
        return new Finding(what, Grade.WRONG, found, cure);
    }
}

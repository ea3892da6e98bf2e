package io.fastsocket.plugins;

/**
 * What a JAR of the model holds.
 *
 * @param member whose it is
 * @param major of its version
 * @param minor of its version
 * @param number of this content; no two are equal
 * @param kind what is the matter with it
 */
record Content(Member member, int major, int minor, int number, Kind kind) {

    /** What becomes of a JAR. */
    enum Kind {
        GOOD,
        /** Needs one more service, {@link Runnable}. */
        NEEDY,
        /** Half of a JAR. */
        TRUNCATED,
        EMPTY,
        /** Handlers without a component. */
        NO_HANDLER,
        EXITS,
        /** Imports a package that nobody exports. */
        UNRESOLVED,
        /** Its constructor throws. */
        FAILS;

        /** Whether a look at the file is enough to refuse it. */
        boolean isPlainlyWrong() {
            return this == TRUNCATED || this == EMPTY || this == NO_HANDLER || this == EXITS;
        }
    }

    String version() {
        return major + "." + minor + ".0";
    }

    /** What its component, or its library's class, calls itself. */
    String label() {
        return "%s %s %s%d".formatted(member.symbolicName(), version(), kind, number);
    }

    int compareVersion(Content other) {
        int order = Integer.compare(major, other.major);
        return order == 0 ? Integer.compare(minor, other.minor) : order;
    }

    @Override
    public String toString() {
        return label();
    }
}

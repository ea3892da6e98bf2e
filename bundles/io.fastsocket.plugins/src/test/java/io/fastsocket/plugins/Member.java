package io.fastsocket.plugins;

import java.util.List;
import java.util.Locale;

/** Ten plugins and two libraries that need each other in all the ways that there are. */
enum Member {
    /** A library. */
    BASE,
    /** A library that uses the other one. */
    TOP,
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J;

    /** How a component refers to another plugin's service. */
    enum Bond {
        /** To one, as long as it lives; the component is made anew with the next. */
        MANDATORY,
        /** To one, which may be exchanged. */
        DYNAMIC,
        /** To one if there is any, which may be exchanged. */
        OPTIONAL
    }

    /** A service needed of another plugin. */
    record Need(Bond bond, Member provider) {}

    String symbolicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Configuration PID of its component. */
    String pid() {
        return "model." + symbolicName();
    }

    List<Need> needs() {
        return switch (this) {
            case B -> List.of(new Need(Bond.MANDATORY, A));
            case C -> List.of(new Need(Bond.MANDATORY, B));
            case D -> List.of(new Need(Bond.OPTIONAL, A));
            case E -> List.of(new Need(Bond.DYNAMIC, A));
            case H -> List.of(new Need(Bond.MANDATORY, E));
            case I -> List.of(new Need(Bond.MANDATORY, F), new Need(Bond.OPTIONAL, J));
            case J -> List.of(new Need(Bond.MANDATORY, D));
            default -> List.of();
        };
    }

    /** Those whose packages it imports. */
    List<Member> libraries() {
        return switch (this) {
            case TOP, F, H -> List.of(BASE);
            case G -> List.of(TOP);
            default -> List.of();
        };
    }

    /** Whether it imports that one's packages, or those of one that does. */
    boolean uses(Member other) {
        return libraries().stream().anyMatch(used -> used == other || used.uses(other));
    }

    boolean isLibrary() {
        return this == BASE || this == TOP;
    }

    /** The package that a library exports. */
    String parcel() {
        return this == BASE ? "shared" : "upper";
    }

    /** Whether it cannot run beside its old self. */
    boolean isSingleton() {
        return this == J;
    }

    boolean needsConfiguration() {
        return this == C;
    }
}

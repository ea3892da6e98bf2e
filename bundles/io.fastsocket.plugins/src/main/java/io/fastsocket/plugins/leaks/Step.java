package io.fastsocket.plugins.leaks;

/**
 * An object on the way to a class loader.
 *
 * @param type its class, or the class itself if it is one
 * @param isClass whether it is a class
 * @param thread the name of the thread that it is; else null
 * @param reference the field, or the index in brackets, that leads on; empty if it is the last, or
 *     what leads on is its class
 */
record Step(String type, boolean isClass, String thread, String reference) {

    /** Whether a static field leads on. */
    boolean isStatic() {
        return isClass && !reference.isEmpty();
    }

    /** The static field that leads on; empty if it is none. */
    String staticField() {
        return isStatic() ? type + "." + reference : "";
    }

    /** Whether its class, or something that it belongs to, has a name that begins so. */
    boolean isOf(String prefix) {
        return type.startsWith(prefix);
    }

    @Override
    public String toString() {
        String named = thread == null ? type : type + " \"" + thread + "\"";
        if (isStatic()) {
            return "static field " + staticField();
        }
        return named + (reference.isEmpty() || reference.startsWith("[") ? "" : ".") + reference;
    }
}

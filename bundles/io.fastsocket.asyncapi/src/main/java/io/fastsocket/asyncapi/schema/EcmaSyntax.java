package io.fastsocket.asyncapi.schema;

/** Regular expressions of ECMA-262, which JSON Schema means, as Java writes them. */
final class EcmaSyntax {

    private EcmaSyntax() {}

    /**
     * The same in Java's syntax: within brackets {@code [} and {@code &&} mean themselves, {@code
     * [^]} is anything, and {@code $} is the very end.
     */
    static String toJava(String expression) {
        StringBuilder java = new StringBuilder(expression.length() + 8);
        boolean brackets = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                java.append(c).append(expression.charAt(++i));
            } else if (brackets) {
                java.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
                brackets = c != ']';
            } else if (c == '[' && expression.startsWith("[^]", i)) {
                java.append("[\\s\\S]");
                i += 2;
            } else if (c == '$') {
                java.append("\\z");
            } else {
                java.append(c);
                brackets = c == '[';
            }
        }
        return java.toString();
    }
}

package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;

import java.util.regex.PatternSyntaxException;

/** Regular expressions, as far as Java and JSON Schema (ECMA 262) mean the same by them. */
final class Patterns {

    /**
     * What Java alone knows: possessive quantifiers, classes within classes, \Q, \A, \z, \h and the
     * like, classes by name, and groups other than those that ECMA 262 has too.
     */
    private static final java.util.regex.Pattern JAVA_ONLY =
            java.util.regex.Pattern.compile(
                    "[+*?}]\\+|&&|\\[[^\\]]*(?<!\\\\)\\[|\\\\[QEAzZGhHRXeapPNk#]"
                            + "|\\(\\?(?![:=!]|<[=!])");

    private Patterns() {}

    /** A pattern that the text has to match from its begin to its end. */
    static void add(ObjectNode schema, Pattern pattern) {
        whole(schema, pattern.regexp(), pattern.flags());
    }

    /** What an address has to match besides. */
    static void add(ObjectNode schema, Email email) {
        if (!email.regexp().equals(".*")) {
            whole(schema, email.regexp(), email.flags());
        }
    }

    private static void whole(ObjectNode schema, String expression, Pattern.Flag... flags) {
        if (flags.length == 0
                && !JAVA_ONLY.matcher(expression).find()
                && isExpression(expression)) {
            add(schema, "^(?:" + expression + ")$");
        }
    }

    /** What is none says nothing: that of an argument has kept its plugin out. */
    private static boolean isExpression(String text) {
        try {
            java.util.regex.Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** One more pattern that has to be found. */
    static void add(ObjectNode schema, String expression) {
        if (!schema.has("pattern")) {
            schema.put("pattern", expression);
        } else if (!schema.path("pattern").asText().equals(expression)) {
            schema.withArray("allOf").addObject().put("pattern", expression);
        }
    }
}

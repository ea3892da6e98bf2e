package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Plain scalars of YAML 1.2, core schema (chapter 10.3.2): {@code yes} and {@code 1:20} are texts.
 */
final class YamlScalars {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    /** What is wrong with a number that cannot be taken: nothing can be computed with it. */
    static final String NO_NUMBER =
            "a number that is too large, infinite, or of more than " + Limits.DIGITS + " digits";

    private YamlScalars() {}

    /**
     * The value of a plain scalar.
     *
     * @return null if it is a number that cannot be taken
     */
    static JsonNode value(String text) {
        if (text.isEmpty()) {
            return TreeBuilder.NODES.nullNode();
        }
        char first = text.charAt(0);
        if ("+-.0123456789".indexOf(first) >= 0) {
            JsonNode number = text.length() > Limits.DIGITS ? tooLong(text) : number(text);
            return number != null && number.isMissingNode() ? text(text) : number;
        }
        return switch (text) {
            case "null", "Null", "NULL", "~" -> TreeBuilder.NODES.nullNode();
            case "true", "True", "TRUE" -> TreeBuilder.NODES.booleanNode(true);
            case "false", "False", "FALSE" -> TreeBuilder.NODES.booleanNode(false);
            default -> text(text);
        };
    }

    private static JsonNode tooLong(String text) {
        boolean number = text.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0);
        return number ? null : text(text);
    }

    private static JsonNode number(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return whole(text.startsWith("+") ? text.substring(1) : text, 10);
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(text.substring(2), 8);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return whole(text.substring(2), 16);
        }
        if (FLOAT.matcher(text).matches()) {
            return floating(Double.parseDouble(text));
        }
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" ->
                    null;
            case ".nan", ".NaN", ".NAN" -> null;
            default -> TreeBuilder.NODES.missingNode();
        };
    }

    /** Null if it is too large. */
    static JsonNode floating(double number) {
        return Double.isInfinite(number) ? null : TreeBuilder.NODES.numberNode(number);
    }

    private static JsonNode whole(String digits, int radix) {
        BigInteger number = new BigInteger(digits, radix);
        return number.bitLength() < Long.SIZE
                ? TreeBuilder.NODES.numberNode(number.longValue())
                : TreeBuilder.NODES.numberNode(number);
    }

    static JsonNode text(String text) {
        return TreeBuilder.NODES.textNode(text);
    }
}

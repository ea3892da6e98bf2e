package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.List;

/** Variables in braces, and the object that describes them. */
final class Variables {

    private Variables() {}

    /** The names in braces, as {@code {(.+?)}} finds them. */
    static List<String> in(String text) {
        List<String> names = new ArrayList<>();
        int begin = text.indexOf('{');
        while (begin >= 0 && begin + 2 < text.length()) {
            int end = text.indexOf('}', begin + 2);
            if (end < 0) {
                break;
            }
            names.add(text.substring(begin + 1, end));
            begin = text.indexOf('{', end);
        }
        return names;
    }

    /** Says which variables are not described, and which descriptions have no variable. */
    static void compare(
            Contract contract, String rule, List<String> variables, Part described, String what) {
        for (String name : variables) {
            if (!described.node().has(name)) {
                contract.error(
                        rule,
                        described,
                        what + " " + Quote.of("{" + name + "}") + " is not described here");
            }
        }
        for (Part one : described.all()) {
            if (!variables.contains(one.name())) {
                contract.error(
                        rule,
                        one,
                        "there is no " + Quote.of("{" + one.name() + "}") + " that this describes");
            }
        }
    }
}

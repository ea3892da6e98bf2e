package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.fastsocket.asyncapi.compare.Gap.Weight;
import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.schema.Truth;

import java.math.BigDecimal;
import java.util.List;

/** Keywords of objects. */
final class ObjectRules {

    private final Question question;
    private final Words words;
    private final Fields narrow;
    private final Fields wide;

    ObjectRules(Question question) {
        this.question = question;
        words = question.words();
        narrow = Fields.of(question.narrow(), question.inclusion());
        wide = new Fields(List.of(question.wide()), question.inclusion().budget().expressions());
    }

    void check() {
        required();
        wide.named().forEach(this::named);
        question.wide()
                .path("patternProperties")
                .properties()
                .forEach(pattern -> matching(pattern.getKey(), pattern.getValue()));
        if (question.asks("additionalProperties")) {
            others(question.wide().get("additionalProperties"));
        }
        count();
        names();
        ObjectDependencies.check(question, narrow);
    }

    private void required() {
        for (String name : wide.required()) {
            if (!narrow.required().contains(name)) {
                boolean gone = narrow.absent(name);
                question.certain(
                        "required",
                        Quote.of(name)
                                + words.say(
                                        " is required now",
                                        gone
                                                ? " is gone, and was always there"
                                                : " is no longer always there"));
            }
        }
    }

    private void named(String name) {
        JsonNode schema = question.wide().path("properties").get(name);
        if (!narrow.absent(name) || narrow.required().contains(name)) {
            compare(name, question.narrow().shapes().of(narrow.at(name)), schema);
        } else if (!wide.required().contains(name)) {
            // Nobody relies on what is not described; but what was may be missed.
            question.gap(
                    words.wideIsNew() ? Weight.NONE : Weight.PERHAPS,
                    "properties",
                    Quote.of(name)
                            + words.say(
                                    " is new, and need not be there",
                                    " is no longer described, and was not required"));
        }
    }

    private void compare(String field, Shape own, JsonNode schema) {
        question.within(field, question.inclusion().gaps(own, question.wide(schema)));
    }

    private void matching(String pattern, JsonNode schema) {
        for (String name : narrow.named()) {
            if (wide.matches(pattern, name)) {
                compare(name, question.narrow().shapes().of(narrow.at(name)), schema);
            }
        }
        boolean same = narrow.patterns().contains(pattern);
        if (same) {
            for (JsonNode part : narrow.parts()) {
                JsonNode own = part.path("patternProperties").get(pattern);
                if (own != null) {
                    compare("{" + pattern + "}", question.narrow().shapes().of(own), schema);
                }
            }
        } else if (!narrow.others().isEmpty() && !narrow.closed()) {
            compare("{" + pattern + "}", question.narrow().shapes().of(narrow.others()), schema);
        }
        if (!same && !narrow.patterns().isEmpty()) {
            question.perhaps(
                    "patternProperties",
                    words.changed("patternProperties", "another", Quote.of(pattern)));
        }
    }

    /** What fields must be that the part does not name. */
    private void others(JsonNode schema) {
        boolean forbidden = schema.isBoolean() && !schema.booleanValue();
        for (String name : narrow.named()) {
            boolean other = wide.at(name).stream().allMatch(one -> one.equals(schema));
            if (!other || question.wide().path("properties").has(name)) {
                continue;
            }
            Shape own = question.narrow().shapes().of(narrow.at(name));
            if (forbidden && !own.impossible()) {
                question.certain(
                        "additionalProperties",
                        Quote.of(name) + words.say(" is no longer allowed", " is new here"));
            } else if (!forbidden) {
                compare(name, own, schema);
            }
        }
        for (String pattern : narrow.patterns()) {
            if (!wide.patterns().contains(pattern) && !(schema.isBoolean() && !forbidden)) {
                question.perhaps(
                        "additionalProperties",
                        "fields that match "
                                + Quote.of(pattern)
                                + words.say(" are no longer described", " are new"));
            }
        }
        if (forbidden && !narrow.closed()) {
            question.certain(
                    "additionalProperties",
                    words.say(
                            "fields that are not described are no longer allowed",
                            "there may be fields now that are not described"));
        } else if (!forbidden && !narrow.closed()) {
            compare("{}", question.narrow().shapes().of(narrow.others()), schema);
        }
    }

    private void count() {
        BigDecimal least = question.narrow().number("minProperties", BigDecimal::max);
        BigDecimal required = BigDecimal.valueOf(narrow.required().size());
        Limits.least(question, "minProperties", least == null ? required : least.max(required));
        BigDecimal most = question.narrow().number("maxProperties", BigDecimal::min);
        if (narrow.closed() && narrow.patterns().isEmpty()) {
            BigDecimal named = BigDecimal.valueOf(narrow.named().size());
            most = most == null ? named : most.min(named);
        }
        Limits.most(question, "maxProperties", most);
    }

    private void names() {
        if (!question.asks("propertyNames")) {
            return;
        }
        Shape allowed = question.wide(question.wide().get("propertyNames"));
        for (JsonNode part : narrow.parts()) {
            if (part.has("propertyNames")
                    && question.inclusion()
                            .includes(
                                    question.narrow().shapes().of(part.get("propertyNames")),
                                    allowed)) {
                return;
            }
        }
        boolean known =
                narrow.closed()
                        && narrow.patterns().isEmpty()
                        && narrow.named().stream().allMatch(name -> fits(name, allowed));
        if (!known) {
            question.perhaps("propertyNames", "what names fields may have is not what it was");
        }
    }

    private boolean fits(String name, Shape allowed) {
        return question.inclusion().fitting().fits(TextNode.valueOf(name), allowed) == Truth.YES;
    }
}

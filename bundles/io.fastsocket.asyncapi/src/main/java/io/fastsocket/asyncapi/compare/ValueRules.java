package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.compare.Gap.Weight;
import io.fastsocket.asyncapi.schema.Truth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code type}, {@code enum}, {@code const} and {@code format}: what holds for all kinds. */
final class ValueRules {

    /** Formats that are enforced, with those that allow more. */
    private static final Map<String, Set<String>> FORMATS =
            Map.ofEntries(
                    Map.entry("date", Set.of()),
                    Map.entry("time", Set.of()),
                    Map.entry("date-time", Set.of()),
                    Map.entry("email", Set.of("idn-email")),
                    Map.entry("idn-email", Set.of()),
                    Map.entry("hostname", Set.of("idn-hostname")),
                    Map.entry("idn-hostname", Set.of()),
                    Map.entry("ipv4", Set.of()),
                    Map.entry("ipv6", Set.of()),
                    Map.entry("uri", Set.of("uri-reference", "iri", "iri-reference")),
                    Map.entry("uri-reference", Set.of("iri-reference")),
                    Map.entry("iri", Set.of("iri-reference")),
                    Map.entry("iri-reference", Set.of()),
                    Map.entry("uri-template", Set.of()),
                    Map.entry("json-pointer", Set.of()),
                    Map.entry("relative-json-pointer", Set.of()),
                    Map.entry("uuid", Set.of()),
                    Map.entry("regex", Set.of()));

    private ValueRules() {}

    /** Says which kinds are not allowed; those that are and that there are. */
    static EnumSet<Kind> kinds(Question question) {
        EnumSet<Kind> narrow = question.narrow().kinds();
        EnumSet<Kind> wide = Kind.of(question.wide());
        if (!wide.containsAll(narrow)) {
            question.certain(
                    "type", question.words().other("type", Kind.words(narrow), Kind.words(wide)));
        }
        narrow.retainAll(wide);
        return narrow;
    }

    /** The part lists its values, and the shape does not, unless there are but few. */
    static void listed(Question question) {
        List<JsonNode> wide = Literals.listed(question.wide());
        if (wide == null) {
            return;
        }
        List<JsonNode> narrow = question.narrow().values();
        String keyword = question.asks("enum") ? "enum" : "const";
        if (narrow == null) {
            String values = Words.values(wide);
            question.certain(
                    keyword,
                    question.words()
                            .say(
                                    "only " + values + " is allowed now",
                                    "may be anything now, and was " + values));
            return;
        }
        List<JsonNode> missing =
                narrow.stream()
                        .filter(v -> wide.stream().noneMatch(w -> Literals.same(v, w)))
                        .toList();
        if (!missing.isEmpty()) {
            question.certain(keyword, missing(question.words(), missing));
        }
    }

    private static String missing(Words words, List<JsonNode> values) {
        String some = Words.values(values);
        return words.say(some + " is no longer allowed", "may be " + some + " now, which is new");
    }

    /** The shape lists its values: each is tried; null if that cannot be done. */
    static List<Gap> eachListed(SchemaInclusion inclusion, Shape narrow, Shape wide) {
        List<JsonNode> refused = new ArrayList<>();
        for (JsonNode value : narrow.values()) {
            if (inclusion.fitting().fits(value, narrow) == Truth.NO) {
                continue;
            }
            Truth fits = inclusion.fitting().fits(value, wide);
            if (fits == Truth.UNKNOWN) {
                return null;
            }
            if (fits == Truth.NO) {
                refused.add(value);
            }
        }
        if (refused.isEmpty()) {
            return List.of();
        }
        boolean otherKind = refused.stream().noneMatch(v -> wide.kinds().contains(Kind.ofValue(v)));
        String reason =
                otherKind
                        ? inclusion
                                .words()
                                .other("type", Kind.words(narrow.kinds()), Kind.words(wide.kinds()))
                        : missing(inclusion.words(), refused);
        String keyword = otherKind ? "type" : "enum";
        return List.of(
                new Gap(
                        Weight.CERTAIN,
                        "",
                        narrow.holder(keyword),
                        wide.holder(keyword),
                        keyword,
                        reason));
    }

    /** A format that nothing enforces may be meant for people, or for who makes code of it. */
    static void format(Question question) {
        for (String keyword : List.of("format", "contentEncoding", "contentMediaType")) {
            String wide = question.wide().path(keyword).textValue();
            if (wide == null) {
                continue;
            }
            List<String> narrow = question.narrow().texts(keyword);
            boolean known = keyword.equals("format") && FORMATS.containsKey(wide);
            boolean applies = !known || question.narrow().kinds().contains(Kind.STRING);
            boolean kept =
                    narrow.stream()
                            .anyMatch(
                                    one ->
                                            one.equals(wide)
                                                    || FORMATS.getOrDefault(one, Set.of())
                                                            .contains(wide));
            if (applies && !kept) {
                boolean decided = known && FORMATS.keySet().containsAll(narrow);
                question.gap(
                        decided ? Weight.CERTAIN : Weight.PERHAPS,
                        keyword,
                        question.words()
                                .changed(
                                        keyword,
                                        narrow.isEmpty() ? null : narrow.getFirst(),
                                        wide));
            }
        }
    }
}

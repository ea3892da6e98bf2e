package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.fastsocket.asyncapi.compare.Gap.Weight;
import io.fastsocket.asyncapi.document.Quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether {@code oneOf} or {@code anyOf} allows all values of a shape. */
final class UnionRules {

    private static final Map<Kind, JsonNode> ONLY = only();

    private final SchemaInclusion inclusion;
    private final Shape.Union union;
    private final Shapes shapes;
    private final Disjoint disjoint;

    UnionRules(SchemaInclusion inclusion, Shape.Union union, Shapes shapes) {
        this.inclusion = inclusion;
        this.union = union;
        this.shapes = shapes;
        disjoint = new Disjoint(inclusion);
    }

    private static Map<Kind, JsonNode> only() {
        Map<Kind, JsonNode> only = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            String type =
                    Kind.NUMBERS.contains(kind) ? "number" : kind.name().toLowerCase(Locale.ROOT);
            only.put(kind, JsonNodeFactory.instance.objectNode().put("type", type));
        }
        return only;
    }

    List<Gap> gaps(Shape narrow) {
        if (narrow.impossible()) {
            return List.of();
        }
        List<List<Gap>> tried = new ArrayList<>();
        for (JsonNode branch : union.branches()) {
            List<Gap> gaps = inclusion.gaps(narrow, shapes.of(branch));
            if (Gap.none(gaps)) {
                return union.exclusive() ? alsoOthers(narrow, tried.size(), gaps) : gaps;
            }
            tried.add(gaps);
        }
        EnumSet<Kind> kinds = narrow.kinds();
        if (kinds.containsAll(Kind.NUMBERS)) {
            kinds.remove(Kind.FRACTION); // both are numbers
        }
        return kinds.size() > 1 && narrow.unions().isEmpty()
                ? eachKind(narrow, kinds)
                : nearest(narrow, tried);
    }

    private List<Gap> eachKind(Shape narrow, EnumSet<Kind> kinds) {
        List<Gap> gaps = new ArrayList<>();
        for (Kind kind : kinds) {
            gaps.addAll(gaps(narrow.and(ONLY.get(kind))));
        }
        return gaps;
    }

    /** No branch allows all of it: what the one says that fits best. */
    private List<Gap> nearest(Shape narrow, List<List<Gap>> tried) {
        List<List<Gap>> near = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            if (!disjoint.disjoint(narrow, shapes.of(union.branches().get(i)))) {
                near.add(tried.get(i));
            }
        }
        if (near.isEmpty()) {
            Words words = inclusion.words();
            String what = title(narrow) + " is ";
            return List.of(
                    gap(
                            Weight.CERTAIN,
                            narrow,
                            what + words.say("no longer allowed", "possible now, which is new")));
        }
        List<Gap> best = near.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
        return near.size() == 1 ? best : best.stream().map(Gap::perhaps).toList();
    }

    /** Of {@code oneOf}, no other branch may allow it as well. */
    private List<Gap> alsoOthers(Shape narrow, int fits, List<Gap> notes) {
        List<Gap> gaps = new ArrayList<>(notes);
        for (int i = 0; i < union.branches().size(); i++) {
            Shape other = shapes.of(union.branches().get(i));
            if (i != fits && !disjoint.disjoint(narrow, other) && !isExcluded(narrow, other)) {
                boolean certain = inclusion.includes(narrow, other);
                gaps.add(
                        gap(
                                certain ? Weight.CERTAIN : Weight.PERHAPS,
                                narrow,
                                title(narrow)
                                        + (certain ? " fits " : " may fit ")
                                        + "two possibilities of oneOf, and only one may fit"));
            }
        }
        return gaps;
    }

    private boolean isExcluded(Shape narrow, Shape other) {
        return narrow.excluded().stream()
                .anyMatch(one -> inclusion.includes(other, narrow.shapes().of(one)));
    }

    private Gap gap(Weight weight, Shape narrow, String reason) {
        Gap gap =
                new Gap(
                        weight,
                        "",
                        narrow.holder(union.keyword()),
                        union.holder(),
                        union.keyword(),
                        reason);
        return narrow.hasFinePrint() ? gap.perhaps() : gap;
    }

    private static String title(Shape shape) {
        List<String> titles = shape.texts("title");
        if (!titles.isEmpty()) {
            return Quote.of(titles.getLast());
        }
        for (JsonNode part : shape.parts()) {
            for (Map.Entry<String, JsonNode> field : part.path("properties").properties()) {
                JsonNode only = Literals.only(field.getValue());
                if (only != null) {
                    return "what has %s %s".formatted(Quote.of(field.getKey()), Quote.of(only));
                }
            }
        }
        return Kind.words(shape.kinds());
    }
}

package io.fastsocket.registry.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;

import io.fastsocket.api.EventException.Detail;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of details: by argument, then as records declare their components; by name where no
 * record says. It depends on nothing but the details, since validation finds them in any order.
 */
final class PathOrder {

    /** An index or key in brackets, or a name. */
    private static final Pattern STEP = Pattern.compile("\\[([^]]*)]|([^.\\[]+)");

    /** What is not declared comes after what is. */
    private static final int UNDECLARED = Integer.MAX_VALUE;

    private static final Comparator<Step> BY_RANK =
            Comparator.comparingInt(Step::rank).thenComparing(Step::name);

    private static final Comparator<Keyed> BY_PATH =
            ((Comparator<Keyed>) PathOrder::compare)
                    .thenComparing(k -> k.detail().path())
                    .thenComparing(k -> k.detail().message());

    private PathOrder() {}

    private record Step(int rank, String name) {}

    private record Keyed(Detail detail, List<Step> steps) {}

    /**
     * A type that an argument is bound to.
     *
     * @param type the type
     * @param types resolves what it is made of
     */
    record Bound(JavaType type, TypeFactory types) {

        /** What a record's component holds, or null if there is none of that name. */
        private Bound member(RecordComponent component) {
            return new Bound(
                    types.resolveMemberType(component.getGenericType(), type.getBindings()), types);
        }

        /** What a list, map, array or optional holds; itself if it is none. */
        private Bound content() {
            JavaType content = type.getContentType();
            return content == null ? this : new Bound(content, types);
        }
    }

    /** Types are by what the paths of their argument's details begin with. */
    static List<Detail> sorted(Collection<Detail> details, Map<String, Bound> types) {
        return details.stream()
                .map(detail -> new Keyed(detail, steps(detail.path(), types)))
                .sorted(BY_PATH)
                .map(Keyed::detail)
                .toList();
    }

    private static List<Step> steps(String path, Map<String, Bound> types) {
        List<Step> steps = new ArrayList<>();
        Bound at = types.get("");
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                steps.add(index(matcher.group(1)));
                Bound argument = steps.size() == 1 ? types.get(matcher.group()) : null;
                at = argument != null ? argument : at == null ? null : at.content();
                continue;
            }
            at = at == null ? null : at.content();
            RecordComponent[] components =
                    at == null ? null : at.type.getRawClass().getRecordComponents();
            int rank = rank(components, matcher.group(2));
            steps.add(new Step(rank, matcher.group(2)));
            at = rank == UNDECLARED ? null : at.member(components[rank]);
        }
        return steps;
    }

    private static Step index(String text) {
        boolean number =
                !text.isEmpty()
                        && text.length() < 10
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return new Step(number ? Integer.parseInt(text) : UNDECLARED, text);
    }

    private static int rank(RecordComponent[] components, String name) {
        for (int i = 0; components != null && i < components.length; i++) {
            if (components[i].getName().equals(name)) {
                return i;
            }
        }
        return UNDECLARED;
    }

    private static int compare(Keyed one, Keyed other) {
        int common = Math.min(one.steps.size(), other.steps.size());
        for (int i = 0; i < common; i++) {
            int order = BY_RANK.compare(one.steps.get(i), other.steps.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.steps.size(), other.steps.size());
    }
}

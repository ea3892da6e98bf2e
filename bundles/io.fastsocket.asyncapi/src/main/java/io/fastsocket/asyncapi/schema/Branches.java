package io.fastsocket.asyncapi.schema;

import com.networknt.schema.Error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a value could be one of several things and is none, a validator reports what each of them
 * lacks. People want to know about the one that was meant: the one that fits best.
 */
final class Branches {

    /** Keywords behind which one is a step deeper in the document. */
    private static final Set<String> GOES_DEEPER =
            Set.of(
                    "properties",
                    "patternProperties",
                    "additionalProperties",
                    "items",
                    "additionalItems",
                    "contains");

    /** Keywords behind which there is a name or number, and no keyword. */
    private static final Set<String> HAS_NAME =
            Set.of("properties", "patternProperties", "allOf", "anyOf", "oneOf", "dependencies");

    /** An error, with the steps of the schema that led to it. */
    private record Step(Error error, List<String> steps, int[] depths, List<String> place) {}

    private Branches() {}

    /** The errors that tell most. */
    static List<Error> best(List<Error> errors) {
        List<Step> steps = new ArrayList<>();
        for (Error error : errors) {
            if (!isMissingReference(error)) {
                steps.add(step(error));
            }
        }
        return reduce(steps, 0).stream().map(Step::error).toList();
    }

    /** Some of the errors, of those that tell most; at least one if there are any. */
    static List<Error> some(List<Error> errors, int most) {
        List<Error> best = best(errors);
        List<Error> from = best.isEmpty() ? errors : best;
        return from.subList(0, Math.min(most, from.size()));
    }

    /**
     * That something could also be a reference need not be said of a document without references.
     */
    private static boolean isMissingReference(Error error) {
        return error.getKeyword().equals("required") && "$ref".equals(error.getProperty());
    }

    private static Step step(Error error) {
        List<String> steps = Steps.of(error.getEvaluationPath());
        int[] depths = new int[steps.size() + 1];
        int depth = 0;
        for (int i = 0; i < steps.size(); i++) {
            String name = steps.get(i);
            depths[i] = depth;
            if (GOES_DEEPER.contains(name)) {
                depth++;
            }
            if (HAS_NAME.contains(name) && i + 1 < steps.size()) {
                i++;
                depths[i] = depth;
            }
        }
        depths[steps.size()] = depth;
        return new Step(error, steps, depths, Steps.of(error.getInstanceLocation()));
    }

    /** Of errors that share their steps up to a place: those that tell most. */
    private static List<Step> reduce(List<Step> errors, int from) {
        List<Step> result = new ArrayList<>();
        Map<String, List<Step>> choices = new LinkedHashMap<>();
        for (Step error : errors) {
            int choice = nextChoice(error.steps(), from);
            if (choice < 0) {
                result.add(error);
            } else {
                String where =
                        error.steps().subList(0, choice + 1)
                                + " "
                                + prefix(error.place(), error.depths()[choice]);
                choices.computeIfAbsent(where, key -> new ArrayList<>()).add(error);
            }
        }
        for (List<Step> choice : choices.values()) {
            int at = nextChoice(choice.getFirst().steps(), from);
            result.addAll(choose(choice, at));
        }
        return result;
    }

    private static int nextChoice(List<String> steps, int from) {
        for (int i = from; i < steps.size(); i++) {
            String name = steps.get(i);
            if (name.equals("oneOf") || name.equals("anyOf")) {
                return i;
            }
            if (HAS_NAME.contains(name)) {
                i++;
            }
        }
        return -1;
    }

    private static List<String> prefix(List<String> path, int length) {
        return path.subList(0, Math.min(length, path.size()));
    }

    private static List<Step> choose(List<Step> errors, int choice) {
        Map<String, List<Step>> branches = new TreeMap<>();
        List<Step> own = new ArrayList<>();
        for (Step error : errors) {
            if (error.steps().size() > choice + 1) {
                branches.computeIfAbsent(error.steps().get(choice + 1), key -> new ArrayList<>())
                        .add(error);
            } else {
                own.add(error);
            }
        }
        if (branches.isEmpty()) {
            return own;
        }
        int depth = errors.getFirst().depths()[choice];
        return branches.values().stream()
                .map(branch -> reduce(branch, choice + 2))
                .min(
                        Comparator.<List<Step>>comparingInt(branch -> otherKind(branch, depth))
                                .thenComparingInt(branch -> -deepest(branch))
                                .thenComparingInt(List::size))
                .orElse(own);
    }

    /**
     * 1 if a branch is for values of another kind: its type, or its member {@code type}, is
     * another.
     */
    private static int otherKind(List<Step> branch, int depth) {
        for (Step step : branch) {
            int length = step.place().size();
            String keyword = step.error().getKeyword();
            if (length == depth && keyword.equals("type")) {
                return 2;
            }
            if (length == depth + 1
                    && (keyword.equals("enum") || keyword.equals("const"))
                    && step.place().get(depth).equals("type")) {
                return 1;
            }
        }
        return 0;
    }

    private static int deepest(List<Step> branch) {
        return branch.stream().mapToInt(step -> step.place().size()).max().orElse(0);
    }
}

package io.fastsocket.asyncapi.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a value could be one of several things and is none, a validator reports what each of them
 * lacks. People want to know about the one that was meant: the one that fits best.
 */
final class Branches {

    /** An error, with the steps of the schema that led to it. */
    private record Step(Error error, List<String> steps, int[] depths) {}

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

    /**
     * That something could also be a reference need not be said of a document without references.
     */
    private static boolean isMissingReference(Error error) {
        return error.getKeyword().equals("required") && "$ref".equals(error.getProperty());
    }

    private static Step step(Error error) {
        NodePath path = error.getEvaluationPath();
        List<String> steps = new ArrayList<>();
        int[] depths = new int[path.getNameCount() + 1];
        int depth = 0;
        for (int i = 0; i < path.getNameCount(); i++) {
            String name = path.getName(i);
            steps.add(name);
            depths[i] = depth;
            boolean named = name.equals("properties") || name.equals("patternProperties");
            boolean indexed = name.equals("allOf") || name.equals("anyOf") || name.equals("oneOf");
            if (named
                    || name.equals("additionalProperties")
                    || name.equals("items")
                    || name.equals("additionalItems")
                    || name.equals("contains")) {
                depth++;
            }
            if ((named || indexed || name.equals("dependencies")) && i + 1 < path.getNameCount()) {
                i++;
                steps.add(path.getName(i));
                depths[i] = depth;
            }
        }
        depths[path.getNameCount()] = depth;
        return new Step(error, steps, depths);
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
                                + prefix(
                                        error.error().getInstanceLocation(),
                                        error.depths()[choice]);
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
            if (name.equals("properties")
                    || name.equals("patternProperties")
                    || name.equals("allOf")
                    || name.equals("dependencies")) {
                i++; // the next is a name of the document's
            }
        }
        return -1;
    }

    private static String prefix(NodePath path, int length) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < Math.min(length, path.getNameCount()); i++) {
            prefix.append('/').append(path.getName(i));
        }
        return prefix.toString();
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
            int length = step.error().getInstanceLocation().getNameCount();
            String keyword = step.error().getKeyword();
            if (length == depth && keyword.equals("type")) {
                return 2;
            }
            if (length == depth + 1
                    && (keyword.equals("enum") || keyword.equals("const"))
                    && step.error().getInstanceLocation().getName(depth).equals("type")) {
                return 1;
            }
        }
        return 0;
    }

    private static int deepest(List<Step> branch) {
        return branch.stream()
                .mapToInt(step -> step.error().getInstanceLocation().getNameCount())
                .max()
                .orElse(0);
    }
}

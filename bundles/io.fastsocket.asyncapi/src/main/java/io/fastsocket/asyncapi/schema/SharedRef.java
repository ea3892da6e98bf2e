package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The keyword {@code $ref} of a schema, which remembers outcomes: a part of a document that several
 * places refer to is checked once for each definition, and not once for each way that leads there,
 * of which there may be millions. Neither is a schema within schemas checked again by each around
 * it.
 */
final class SharedRef implements Keyword {

    /** So many errors of one part are enough. */
    private static final int MOST = 500;

    /** So often it is looked for what tells most; in a document with more errors any will do. */
    private static final int CHOICES = 200;

    /**
     * So many steps of paths are kept for errors found again; after that they stay where they were
     * found first.
     */
    private static final int STEPS = 100_000;

    /** Of so many the one that tells most is looked for. */
    private static final int SOME = 20;

    @Override
    public String getValue() {
        return "$ref";
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
        return new Remembering(location, node, parent, context);
    }

    /** What was found in a part. */
    private static final class Outcome {

        private final NodePath at;
        private final NodePath by;
        private List<Error> errors;

        /**
         * An outcome.
         *
         * @param at where it was looked at
         * @param by by which steps of the schema
         * @param errors none if all is well
         */
        Outcome(NodePath at, NodePath by, List<Error> errors) {
            this.at = at;
            this.by = by;
            this.errors = errors;
        }

        boolean isGood() {
            return errors.isEmpty();
        }

        /** One error; one that tells most, if that may be looked for. */
        Error error(boolean choose) {
            if (choose && errors.size() > 1) {
                errors = List.copyOf(Branches.some(errors, 1));
            }
            return errors.getFirst();
        }
    }

    /** Those of one definition. */
    private static final class Outcomes {
        final IdentityHashMap<JsonNode, Outcome> of = new IdentityHashMap<>();
        int choices;
        int steps;
    }

    private static final Outcome GOOD = new Outcome(null, null, List.of());

    private static final class Remembering extends RefValidator {

        private final String key;

        Remembering(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
            super(location, node, parent, context);
            key = "$ref " + node.asText();
        }

        @Override
        public void validate(
                ExecutionContext execution, JsonNode node, JsonNode root, NodePath at) {
            if (node.isValueNode()) {
                super.validate(execution, node, root, at);
                return;
            }
            Outcomes outcomes = outcomes(execution);
            Outcome known = outcomes.of.get(node);
            if (known == null) {
                outcomes.of.put(node, look(execution, node, root, at));
            } else if (!known.isGood()) {
                Error error = known.error(outcomes.choices++ < CHOICES);
                NodePath by = execution.getEvaluationPath();
                outcomes.steps += by.getNameCount() + at.getNameCount();
                execution.addError(outcomes.steps < STEPS ? moved(error, known, by, at) : error);
            }
        }

        private Outcomes outcomes(ExecutionContext execution) {
            Outcomes known = execution.getCollectorContext().get(key);
            if (known == null) {
                known = new Outcomes();
                execution.getCollectorContext().put(key, known);
            }
            return known;
        }

        private Outcome look(
                ExecutionContext execution, JsonNode node, JsonNode root, NodePath at) {
            List<Error> before = execution.getErrors();
            List<Error> own = new ArrayList<>();
            execution.setErrors(own);
            try {
                super.validate(execution, node, root, at);
            } finally {
                execution.setErrors(before);
                before.addAll(own.subList(0, Math.min(MOST, own.size())));
            }
            List<Error> some = own.subList(0, Math.min(SOME, own.size()));
            return own.isEmpty()
                    ? GOOD
                    : new Outcome(at, execution.getEvaluationPath(), List.copyOf(some));
        }

        /** The same error at another place. */
        private static Error moved(Error error, Outcome outcome, NodePath by, NodePath at) {
            return Error.builder()
                    .keyword(error.getKeyword())
                    .property(error.getProperty())
                    .instanceLocation(rebased(error.getInstanceLocation(), outcome.at, at))
                    .evaluationPath(rebased(error.getEvaluationPath(), outcome.by, by))
                    .schemaLocation(error.getSchemaLocation())
                    .instanceNode(error.getInstanceNode())
                    .schemaNode(error.getSchemaNode())
                    .messageKey(error.getMessageKey())
                    .message(error.getKeyword())
                    .build();
        }

        private static NodePath rebased(NodePath path, NodePath from, NodePath to) {
            NodePath moved = to;
            List<String> steps = Steps.of(path);
            for (String step : steps.subList(from.getNameCount(), steps.size())) {
                moved = moved.append(step);
            }
            return moved;
        }
    }
}

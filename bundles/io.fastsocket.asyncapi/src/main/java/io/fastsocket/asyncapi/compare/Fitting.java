package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.BoundedExpressions;
import io.fastsocket.asyncapi.schema.BoundedExpressions.ExhaustedError;
import io.fastsocket.asyncapi.schema.SchemaCheck;
import io.fastsocket.asyncapi.schema.Truth;

import java.util.IdentityHashMap;
import java.util.List;

/** Whether one value, no object and no array, keeps to a shape. */
final class Fitting {

    private final BoundedExpressions expressions;
    private final IdentityHashMap<JsonNode, SchemaCheck> checks = new IdentityHashMap<>();

    Fitting(BoundedExpressions expressions) {
        this.expressions = expressions;
    }

    /** Parts are asked one by one, since a validator cannot follow the references of a shape. */
    Truth fits(JsonNode value, Shape shape) {
        if (value.isContainerNode() || !shape.excluded().isEmpty()) {
            return Truth.UNKNOWN;
        }
        Truth all = Truth.of(shape.kinds().contains(Kind.ofValue(value)));
        for (JsonNode part : shape.parts()) {
            all = all.and(fitsAlone(value, part, shape.shapes()));
        }
        for (Shape.Union union : shape.unions()) {
            all = all.and(fits(value, union, shape.shapes()));
        }
        return all;
    }

    private Truth fits(JsonNode value, Shape.Union union, Shapes shapes) {
        int yes = 0;
        boolean unknown = false;
        for (JsonNode branch : union.branches()) {
            Truth truth = fits(value, shapes.of(branch));
            yes += truth == Truth.YES ? 1 : 0;
            unknown |= truth == Truth.UNKNOWN;
        }
        if (yes > 0 && !union.exclusive()) {
            return Truth.YES;
        }
        if (yes > 1) {
            return Truth.NO;
        }
        return unknown ? Truth.UNKNOWN : Truth.of(yes == 1);
    }

    /** Keywords of a part itself; what may have references in it, apart. */
    private Truth fitsAlone(JsonNode value, JsonNode part, Shapes shapes) {
        if (!part.isObject()) {
            return Truth.NO;
        }
        Truth truth = Truth.YES;
        if (part.has("not")) {
            truth = fits(value, shapes.of(part.get("not"))).not();
        }
        if (part.has("if")) {
            Truth then = part.has("then") ? fits(value, shapes.of(part.get("then"))) : Truth.YES;
            Truth other = part.has("else") ? fits(value, shapes.of(part.get("else"))) : Truth.YES;
            Truth test = fits(value, shapes.of(part.get("if")));
            truth = truth.and(test.not().or(then)).and(test.or(other));
        }
        return truth.and(fitsPlain(value, part));
    }

    private Truth fitsPlain(JsonNode value, JsonNode part) {
        List<JsonNode> listed = Literals.listed(part);
        if (listed != null && listed.stream().noneMatch(one -> Literals.same(one, value))) {
            return Truth.NO;
        }
        if (!Plain.saysMore(part)) {
            return Truth.YES;
        }
        try {
            SchemaCheck check = checks.get(part);
            if (check == null) {
                check = SchemaCheck.ofDocument(Plain.scalar(part), expressions);
                checks.put(part, check);
            }
            return Truth.of(check.allows(value));
        } catch (BadSchemaException | ExhaustedError e) {
            return Truth.UNKNOWN;
        }
    }
}

package io.fastsocket.registry.binding;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;

import java.lang.reflect.Method;
import java.util.Iterator;

/** Validates parameters by the constraints that stand on them, such as {@code @NotBlank String}. */
public final class MethodConstraints {

    private final Validator validator;
    private final Method method;

    MethodConstraints(Validator validator, Method method) {
        this.validator = validator;
        this.method = method;
    }

    /**
     * Validates.
     *
     * @param handler the handler
     * @param parameters all of the method's parameters
     * @param prefixes by parameter, what the path of a problem begins with; null for what no client
     *     sent or could not be bound
     * @param problems takes what is wrong
     */
    public void validate(
            Object handler, Object[] parameters, String[] prefixes, Problems problems) {
        for (ConstraintViolation<Object> violation :
                Validation.inOrder(
                        validator
                                .forExecutables()
                                .validateParameters(handler, method, parameters))) {
            Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
            nodes.next();
            if (!nodes.hasNext()) {
                problems.add("", violation.getMessage());
                continue;
            }
            Path.Node node = nodes.next();
            String prefix =
                    node.getKind() == ElementKind.PARAMETER
                            ? prefixes[node.as(Path.ParameterNode.class).getParameterIndex()]
                            : "";
            if (prefix != null) {
                problems.prefix(prefix);
                problems.add(Paths.of(nodes), violation.getMessage());
            }
        }
        problems.prefix("");
    }
}

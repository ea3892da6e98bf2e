package io.fastsocket.asyncapi.derive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.api.Json;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.util.List;

/**
 * Payloads of messages: one argument stands for itself, none or several are an array that is marked
 * by {@code x-socketio-args}.
 */
public final class Messages {

    /** Marks an array whose elements are the arguments. */
    public static final String ARGUMENTS = "x-socketio-args";

    private final TypeSchemas types;

    /**
     * Payloads that refer to schemas.
     *
     * @param types where these are put
     */
    public Messages(TypeSchemas types) {
        this.types = types;
    }

    /**
     * What a handler takes.
     *
     * @param arguments the parameters that take what a client sends
     * @return the payload
     */
    public ObjectNode received(List<Parameter> arguments) {
        boolean rest = !arguments.isEmpty() && isRest(arguments.getLast());
        List<Parameter> own = rest ? arguments.subList(0, arguments.size() - 1) : arguments;
        List<Place> places = own.stream().map(this::place).toList();
        if (!rest && places.size() == 1 && !places.getFirst().optional()) {
            return argument(places.getFirst());
        }
        ObjectNode payload = tuple();
        if (places.isEmpty()) {
            return rest ? payload.set("items", TypeSchemas.anything()) : payload.put("maxItems", 0);
        }
        ArrayNode items = payload.putArray("items");
        places.forEach(place -> items.add(argument(place)));
        int least = places.size();
        while (least > 0 && places.get(least - 1).optional()) {
            least--;
        }
        return payload.put("minItems", least).put("additionalItems", rest);
    }

    private Place place(Parameter parameter) {
        AnnotatedType sent = StreamElements.sent(parameter.getAnnotatedType());
        return types.places().of(parameter, sent, Bindings.NONE);
    }

    private static boolean isRest(Parameter parameter) {
        return parameter.isVarArgs() && parameter.getType() == Json[].class;
    }

    /** An argument is never null, unless it is an Optional. */
    private static ObjectNode argument(Place place) {
        return place.optional() ? place.schema() : place.bare();
    }

    /**
     * What a handler answers.
     *
     * @param answer null for nothing
     * @return the payload
     */
    public ObjectNode answered(AnnotatedType answer) {
        return answer == null
                ? tuple().put("maxItems", 0)
                : types.places().of(answer, answer, Bindings.NONE).schema();
    }

    /**
     * What a plugin says it sends.
     *
     * @param payload of the one argument, or Void
     * @return the payload
     */
    public ObjectNode sent(Class<?> payload) {
        return payload == Void.class ? tuple().put("maxItems", 0) : types.of(payload);
    }

    private static ObjectNode tuple() {
        return Scalars.typed("array").put(ARGUMENTS, true);
    }
}

package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/**
 * A reason why not all values that a schema allows are allowed by another.
 *
 * @param weight how sure that is
 * @param field where in the value, as in {@code items[].name}; empty for the whole
 * @param narrow the part of the schema whose values are looked at; null if there is none
 * @param wide the part of the other schema, which does not allow them; null if there is none
 * @param keyword of the schemas
 * @param reason in words, for people: how new and old differ
 */
record Gap(
        Weight weight,
        String field,
        JsonNode narrow,
        JsonNode wide,
        String keyword,
        String reason) {

    /** How sure it is that there is a value that is not allowed. */
    enum Weight {
        CERTAIN,
        /** It could not be decided. */
        PERHAPS,
        /** There is none; it is worth telling all the same. */
        NONE
    }

    /** Whether all values are allowed after all. */
    static boolean none(List<Gap> gaps) {
        return gaps.stream().allMatch(gap -> gap.weight == Weight.NONE);
    }

    /** The same, within a field of a larger value. */
    Gap in(String outer) {
        String joined =
                field.isEmpty() || outer.isEmpty() || field.startsWith("[")
                        ? outer + field
                        : outer + "." + field;
        return new Gap(weight, joined, narrow, wide, keyword, reason);
    }

    /** The same, not certain. */
    Gap perhaps() {
        Weight less = weight == Weight.CERTAIN ? Weight.PERHAPS : weight;
        return new Gap(less, field, narrow, wide, keyword, reason);
    }
}

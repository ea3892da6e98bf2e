package io.fastsocket.asyncapi.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which schema's values are allowed by which other one. */
class SchemaInclusionTest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .build();

    private final SchemaInclusion inclusion = new SchemaInclusion(new Words(true), new Budget());

    private static JsonNode schema(String text) throws Exception {
        return MAPPER.readTree(text);
    }

    private static String said(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> gap.weight() + " " + gap.field() + " " + gap.keyword())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private List<Gap> gaps(JsonNode narrow, JsonNode wide) {
        return inclusion.gaps(new Shapes(Map.of()).of(narrow), new Shapes(Map.of()).of(wide));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {type: 'integer'}                  | {type: 'number'}
                    {type: 'string'}                   | {type: ['string', 'null']}
                    {type: 'string'}                   | {type: 'string', nullable: true}
                    {type: 'string'}                   | {}
                    {}                                 | true
                    false                              | {type: 'string'}
                    {type: 'string', maxLength: 5}     | {maxLength: 6}
                    {type: 'number', minLength: 5}     | {type: 'number', minLength: 9}
                    {type: 'integer', minimum: 1}      | {exclusiveMinimum: 0}
                    {type: 'integer', exclusiveMinimum: 0} | {minimum: 1}
                    {type: 'integer', minimum: 0.5}    | {minimum: 1}
                    {minimum: 0, exclusiveMinimum: true} | {exclusiveMinimum: 0}
                    {type: 'number', multipleOf: 6}    | {multipleOf: 3}
                    {type: 'number', multipleOf: 1}    | {type: 'integer'}
                    {enum: ['a', 'b']}                 | {enum: ['c', 'b', 'a']}
                    {enum: [1, 2]}                     | {type: 'integer', minimum: 1, maximum: 2.0}
                    {const: 'ab'}                      | {type: 'string', pattern: '^a', maxLength: 2}
                    {enum: ['a', 7], type: 'string'}   | {const: 'a'}
                    {type: 'boolean'}                  | {enum: [true, false]}
                    {type: 'string', format: 'uri'}    | {format: 'uri-reference'}
                    {allOf: [{type: 'string'}, {maxLength: 3}]} | {type: 'string', maxLength: 3}
                    {type: 'string', maxLength: 3}     | {allOf: [{type: 'string'}, {maxLength: 3}]}
                    {type: ['string', 'null']}         | {anyOf: [{type: 'null'}, {type: 'string'}]}
                    {oneOf: [{type: 'null'}, {type: 'string'}]} | {type: ['string', 'null']}
                    {type: 'array', items: {type: 'integer'}} | {items: {type: 'number'}}
                    {type: 'array', items: [{const: 1}, {const: 2}], additionalItems: false} | {items: {type: 'integer'}, maxItems: 2}
                    {type: 'array', maxItems: 1}       | {uniqueItems: true}
                    {type: 'array', maxItems: 0}       | {items: {type: 'string'}}
                    {required: ['a', 'b']}             | {required: ['b']}
                    {required: ['a', 'b'], type: 'object'} | {minProperties: 2}
                    {type: 'object', properties: {a: {type: 'string'}}, additionalProperties: false} | {propertyNames: {maxLength: 1}, maxProperties: 1}
                    {type: 'object', properties: {a: {const: 1}}} | {properties: {b: {type: 'string'}}}
                    {patternProperties: {'^x': {type: 'integer'}}} | {patternProperties: {'^x': {type: 'number'}}}
                    {type: 'object', additionalProperties: {type: 'integer'}} | {additionalProperties: {type: 'number'}}
                    {type: 'object', properties: {a: {const: 1}}, additionalProperties: false} | {patternProperties: {a: {type: 'integer'}}, additionalProperties: false}
                    {type: 'string', enum: ['a']}      | {not: {const: 'b'}}
                    {type: 'string', not: {enum: ['a', 'b']}} | {not: {const: 'b'}}
                    {if: {required: ['a']}, then: {required: ['b', 'c']}} | {if: {required: ['a']}, then: {required: ['b']}}
                    {type: 'object', required: ['b']}  | {if: {required: ['a']}, then: {required: ['b']}}
                    {dependencies: {a: ['b', 'c']}, properties: {a: {}}} | {dependencies: {a: ['b']}}
                    {oneOf: [{required: ['k'], properties: {k: {const: 1}}}], type: 'object'} | {oneOf: [{required: ['k'], properties: {k: {const: 2}}}, {required: ['k'], properties: {k: {const: 1}}}], type: 'object'}
                    {contains: {const: 1}}             | {contains: {type: 'integer'}}
                    """)
    void included(String narrow, String wide) throws Exception {
        assertThat(said(gaps(schema(narrow), schema(wide)))).doesNotContain("CERTAIN", "PERHAPS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {type: 'number'}      | {type: 'integer'}            | CERTAIN  type
                    {}                    | {type: 'string'}             | CERTAIN  type
                    {type: 'string'}      | {maxLength: 6}               | CERTAIN  maxLength
                    {type: 'string', format: 'date'} | {maxLength: 6}    | PERHAPS  maxLength
                    {type: 'string'}      | {pattern: 'x'}               | CERTAIN  pattern
                    {pattern: 'y', type: 'string'} | {pattern: 'x'}      | PERHAPS  pattern
                    {type: 'string'}      | {format: 'date'}             | CERTAIN  format
                    {type: 'integer'}     | {format: 'int32'}            | PERHAPS  format
                    {type: 'number', minimum: 0} | {exclusiveMinimum: 0} | CERTAIN  exclusiveMinimum
                    {type: 'number', multipleOf: 3} | {multipleOf: 6}    | CERTAIN  multipleOf
                    {enum: ['a', 'b']}    | {enum: ['a']}                | CERTAIN  enum
                    {type: 'boolean'}     | {const: true}                | CERTAIN  const
                    {type: 'object', properties: {a: {}}} | {properties: {a: {}}, required: ['a']} | CERTAIN  required
                    {type: 'object', properties: {a: {type: 'string'}}} | {properties: {a: {type: 'null'}}} | CERTAIN a type
                    {type: 'object'}      | {additionalProperties: false} | CERTAIN  additionalProperties
                    {type: 'array', items: {type: 'object', properties: {a: {type: 'string'}}}} | {items: {properties: {a: {minLength: 2}}}} | CERTAIN [].a minLength
                    {type: 'array', items: [{}, {}], additionalItems: false} | {items: [{}], additionalItems: false} | CERTAIN  additionalItems
                    {type: 'array'}       | {uniqueItems: true}          | CERTAIN  uniqueItems
                    {type: 'array'}       | {contains: {const: 1}}       | CERTAIN  contains
                    {oneOf: [{type: 'null'}, {type: 'string'}]} | {type: 'string'} | CERTAIN  type
                    {type: 'integer'}     | {anyOf: [{type: 'null'}, {type: 'string'}]} | CERTAIN  anyOf
                    {type: 'string'}      | {not: {const: 'b'}}          | CERTAIN  not
                    {type: 'string'}      | {not: {pattern: 'b'}}        | PERHAPS  not
                    {type: 'object'}      | {if: {required: ['a']}, then: {required: ['b']}} | PERHAPS  required
                    {type: 'string'}      | {oneOf: [{type: 'string'}, {minLength: 0}]} | CERTAIN  oneOf
                    {type: 'object', properties: {a: {}}} | {dependencies: {a: ['b']}} | CERTAIN  dependencies
                    {type: 'object', properties: {a: {}, b: {}}, additionalProperties: false} | {maxProperties: 1} | CERTAIN  maxProperties
                    """)
    void notIncluded(String narrow, String wide, String expected) throws Exception {
        assertThat(said(gaps(schema(narrow), schema(wide)))).isEqualTo(expected);
    }

    /** {@code {type: object, properties: {children: {items: (itself)}, name: ...}}}. */
    private static JsonNode tree(Map<JsonNode, JsonNode> cycles, String name) throws Exception {
        ObjectNode tree =
                (ObjectNode)
                        schema(
                                "{type: 'object', properties: {name: %s, children: {type: 'array', items:"
                                                .formatted(name)
                                        + " {$ref: '#'}}}}");
        cycles.put(tree.at("/properties/children/items"), tree);
        return tree;
    }

    @Test
    void schemasMayContainThemselves() throws Exception {
        IdentityHashMap<JsonNode, JsonNode> one = new IdentityHashMap<>();
        IdentityHashMap<JsonNode, JsonNode> other = new IdentityHashMap<>();
        JsonNode narrow = tree(one, "{type: 'string', maxLength: 5}");
        JsonNode wide = tree(other, "{type: 'string', maxLength: 7}");
        Shape small = new Shapes(one).of(narrow);
        Shape large = new Shapes(other).of(wide);

        assertThat(inclusion.gaps(small, large)).isEmpty();
        assertThat(said(inclusion.gaps(large, small))).isEqualTo("CERTAIN name maxLength");
    }

    @Test
    void whatIsTooMuchEnds() throws Exception {
        StringBuilder text = new StringBuilder("{type: 'object'");
        for (int i = 0; i < 20; i++) {
            text.append(", p%d: 0".formatted(i));
        }
        text.append(", allOf: [{}");
        for (int i = 0; i < 20; i++) {
            text.append(
                    ", {anyOf: [{properties: {p%1$d: {const: 1}}}, {properties: {p%1$d: {const: 2}}}]}"
                            .formatted(i));
        }
        JsonNode narrow = schema(text.append("]}").toString());
        JsonNode wide = schema("{properties: {p0: {const: 3}, p19: {const: 4}}, required: ['x']}");
        SchemaComparison comparison = new SchemaComparison(Map.of(), Map.of());

        assertThat(comparison.compare(io.fastsocket.spi.contract.Direction.RECEIVED, narrow, wide))
                .extracting(SchemaComparison.Difference::impact)
                .contains(io.fastsocket.spi.contract.Impact.UNCLEAR);
    }
}

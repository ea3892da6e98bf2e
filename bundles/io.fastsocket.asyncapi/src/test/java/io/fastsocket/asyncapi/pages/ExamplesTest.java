package io.fastsocket.asyncapi.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.Event;
import io.fastsocket.asyncapi.event.SharedSchemas;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of nearly all schemas that people write, a value can be made that they allow. */
class ExamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{type: string, minLength: 30}",
                "{type: string, maxLength: 2}",
                "{type: string, pattern: '^[A-Z]{2}-\\d{4}$'}",
                "{type: string, pattern: '^(?:[a-z0-9]+(-[a-z0-9]+)*|x)$', minLength: 12}",
                "{type: string, pattern: '^\\w+@[\\w.-]+\\.(com|org)$'}",
                "{type: string, pattern: '^\\+?[0-9]{7,15}$'}",
                "{type: string, pattern: '\\S'}",
                "{type: string, pattern: '^[^\\s/]{3}[\\u0041-\\u0043]$'}",
                "{type: string, pattern: '^(?=.*[a-z])[a-z]{4}$'}",
                "{type: string, format: date-time}",
                "{type: string, format: ipv6}",
                "{type: string, format: uri}",
                "{type: integer, minimum: 7, multipleOf: 5}",
                "{type: integer, maximum: -3}",
                "{type: integer, exclusiveMinimum: 10, exclusiveMaximum: 12}",
                "{type: number, exclusiveMinimum: 0, maximum: 0.5}",
                "{type: number, multipleOf: 0.01, minimum: 3.141}",
                "{type: integer, minimum: 9007199254740993}",
                "{type: boolean, const: false}",
                "{enum: [null, 3]}",
                "{type: array, minItems: 3, uniqueItems: true, items: {type: integer, minimum: 5}}",
                "{type: array, minItems: 2, uniqueItems: true, items: {enum: [a, b]}}",
                "{type: array, maxItems: 0, items: {type: string}}",
                "{type: array, contains: {const: 7}, items: {type: integer}}",
                "{type: array, items: [{type: string}, {type: integer}], additionalItems: false}",
                "{type: object, required: [a, b], properties: {a: {type: string}}}",
                "{type: object, minProperties: 2, additionalProperties: {type: integer}}",
                "{type: object, minProperties: 2, propertyNames: {enum: [x, y]}, additionalProperties: {type: integer}}",
                "{allOf: [{type: object, required: [a]}, {properties: {a: {type: integer, minimum: 4}}}]}",
                "{oneOf: [{type: string, maxLength: 0}, {type: integer}]}",
                "{oneOf: [{type: integer, minimum: 0}, {type: number}, {type: string}]}",
                "{anyOf: [{type: 'null'}, {type: object, required: [k], properties: {k: {const: v}}}]}",
                "{type: object, properties: {a: {enum: [x, y]}, b: {type: string}}, required: [a], if: {properties: {a: {const: y}}}, then: {required: [b]}, else: {not: {required: [b]}}}",
                "{type: object, properties: {a: {type: string}, b: {type: string}}, not: {required: [a, b]}}",
                "{type: object, properties: {a: false, b: {type: string, format: binary}}}",
                "{type: [integer, 'null'], minimum: 3}",
                "{type: string, examples: [1, good]}",
                "{type: array, x-socketio-args: true, maxItems: 0}",
                "{type: object, required: [next], properties: {next: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Self'}]}}}"
            })
    void isMade(String payload) throws Exception {
        String yaml =
                """
                asyncapi: 3.0.0
                info: {title: Lobby, version: 1.0.0}
                channels:
                  lobby: {address: /lobby, messages: {join: {name: join, payload: %s}}}
                operations:
                  join:
                    action: receive
                    channel: {$ref: '#/channels/lobby'}
                components:
                  schemas:
                    Self: {type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/Self'}, {type: 'null'}]}}}
                """
                        .formatted(payload);
        JsonNode tree = new YAMLMapper().readTree(yaml);
        Document document = Document.of(tree.toString());
        Outline outline = Outline.of(document);
        Event event = outline.namespaces().getFirst().events().getFirst().event();

        Examples examples = new Examples(outline.names(), new SharedSchemas(document.meant()));

        // What is not valid is not there.
        assertThat(examples.of(event.messages().getFirst())).as(payload).hasSize(1);
    }
}

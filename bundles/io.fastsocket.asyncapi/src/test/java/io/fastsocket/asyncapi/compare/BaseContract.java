package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The contract that is changed: much of what a schema can say, once for each way it can go. */
final class BaseContract {

    /** Names of schemas for what the server receives. */
    static final List<String> RECEIVED = List.of("Order", "Answer");

    /** Names of schemas for what it sends. */
    static final List<String> SENT = List.of("Receipt", "Offer");

    private static final String HEAD =
            """
            asyncapi: 3.0.0
            info: {title: Shop, version: 1.0.0}
            servers:
              local: {host: 'localhost:9092', protocol: ws}
            channels:
              shop:
                address: /shop/{region}
                parameters: {region: {enum: [eu, us]}}
                bindings:
                  x-socketio:
                    auth: {type: object, properties: {token: {type: string}}}
                messages:
                  order: {name: order, payload: {$ref: '#/components/schemas/Order'}}
                  receipt: {name: receipt, payload: {$ref: '#/components/schemas/Receipt'}}
                  offer: {name: offer, payload: {$ref: '#/components/schemas/Offer'}}
                  answer: {name: answer, payload: {$ref: '#/components/schemas/Answer'}}
                  cancel: {name: cancel, payload: {type: string}}
                  put:
                    name: put
                    payload:
                      type: array
                      items: [{type: string}, {type: integer}]
                      additionalItems: false
                      x-socketio-args: true
                  news: {name: news, payload: {type: string}}
            operations:
              order:
                action: receive
                channel: {$ref: '#/channels/shop'}
                messages: [{$ref: '#/channels/shop/messages/order'}]
                reply:
                  channel: {$ref: '#/channels/shop'}
                  messages: [{$ref: '#/channels/shop/messages/receipt'}]
              offer:
                action: send
                channel: {$ref: '#/channels/shop'}
                messages: [{$ref: '#/channels/shop/messages/offer'}]
                reply:
                  channel: {$ref: '#/channels/shop'}
                  messages: [{$ref: '#/channels/shop/messages/answer'}]
              simple:
                action: receive
                channel: {$ref: '#/channels/shop'}
                messages:
                  - {$ref: '#/channels/shop/messages/cancel'}
                  - {$ref: '#/channels/shop/messages/put'}
              news:
                action: send
                channel: {$ref: '#/channels/shop'}
                messages: [{$ref: '#/channels/shop/messages/news'}]
            components:
              schemas:
            """;

    private static final String SCHEMAS =
            """
                NAME:
                  type: object
                  required: [id, kind, items, total, pay]
                  properties:
                    id: {type: string, format: uuid}
                    kind: {type: string, enum: [new, change, end]}
                    remark: {type: [string, 'null']}
                    title: {type: string, minLength: 2, maxLength: 200}
                    code: {type: string, pattern: '^[A-Z]{3}$'}
                    total: {type: number, minimum: 0, maximum: 1000}
                    weight: {type: number, exclusiveMinimum: 0}
                    count: {type: integer, minimum: 1, maximum: 99}
                    step: {type: integer, multipleOf: 5}
                    urgent: {type: boolean}
                    tags:
                      type: array
                      items: {type: string, maxLength: 20}
                      minItems: 1
                      maxItems: 5
                      uniqueItems: true
                    items: {type: array, items: {$ref: '#/components/schemas/NAMEItem'}}
                    address:
                      type: object
                      additionalProperties: false
                      required: [street]
                      properties: {street: {type: string}, zip: {type: string}}
                    amounts: {type: object, additionalProperties: {type: integer}}
                    pay:
                      oneOf:
                        - type: object
                          required: [by]
                          properties: {by: {const: card}, number: {type: string, minLength: 12}}
                        - type: object
                          required: [by]
                          properties: {by: {const: cash}, change: {type: number}}
                    who: {allOf: [{$ref: '#/components/schemas/NAMEPerson'}, {properties: {vip: {type: boolean}}}]}
                NAMEItem:
                  type: object
                  required: [article]
                  properties:
                    article: {type: string, minLength: 1}
                    amount: {type: integer, minimum: 1}
                    parts: {type: array, items: {$ref: '#/components/schemas/NAMEItem'}}
                NAMEPerson:
                  type: object
                  properties: {name: {type: string, maxLength: 80}, mail: {type: string, format: email}}
            """;

    private static final ObjectNode TREE = read();

    private BaseContract() {}

    /** A copy for whoever wants to change it. */
    static ObjectNode tree() {
        return TREE.deepCopy();
    }

    private static ObjectNode read() {
        String schemas =
                List.of(RECEIVED, SENT).stream()
                        .flatMap(List::stream)
                        .map(name -> SCHEMAS.replace("NAME", name))
                        .collect(Collectors.joining());
        try {
            return (ObjectNode) new YAMLMapper().readTree(HEAD + schemas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

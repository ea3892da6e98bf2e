package io.fastsocket.asyncapi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What is quickly seen to be valid is so for the validator, and what is usual is seen. */
class QuickSchemaTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "1",
                    "1.0",
                    "1.5",
                    "-3",
                    "10",
                    "1e30",
                    "\"\"",
                    "\"a\"",
                    "\"abc\"",
                    "\"😀\"",
                    "\"card\"",
                    "\"2026-01-02\"",
                    "[]",
                    "[1]",
                    "[1,\"a\"]",
                    "[1,\"a\",null]",
                    "[[1]]",
                    "{}",
                    "{\"a\":1}",
                    "{\"a\":\"x\"}",
                    "{\"a\":1,\"b\":2}",
                    "{\"kind\":\"card\"}",
                    "{\"kind\":\"card\",\"a\":1}",
                    "{\"kind\":\"cash\",\"a\":\"x\"}",
                    "{\"next\":{\"next\":{\"next\":1}}}",
                    "{\"next\":{\"next\":{}}}",
                    "{\"b\":1.0}");

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "false",
                "{}",
                "{'type':'integer'}",
                "{'type':['number','null']}",
                "{'type':'string','minLength':1,'maxLength':3}",
                "{'minLength':2}",
                "{'maxLength':18446744073709551617}",
                "{'minLength':4294967296}",
                "{'minItems':4294967296}",
                "{'minItems':1,'maxItems':2}",
                "{'minProperties':1,'maxProperties':1}",
                "{'enum':['a',1,null]}",
                "{'enum':[1.0]}",
                "{'const':1}",
                "{'const':{'a':1.0}}",
                "{'const':'card'}",
                "{'not':{'const':1}}",
                "{'not':{'const':'card'}}",
                "{'not':{'type':'integer'}}",
                "{'not':{'required':['a']}}",
                "{'minimum':1}",
                "{'maximum':1.5}",
                "{'exclusiveMinimum':0,'exclusiveMaximum':10}",
                "{'multipleOf':5}",
                "{'multipleOf':0.5}",
                "{'pattern':'^[a-c]*$'}",
                "{'format':'date'}",
                "{'format':'int32','type':'integer'}",
                "{'uniqueItems':true}",
                "{'contains':{'const':1}}",
                "{'dependencies':{'a':['b']}}",
                "{'patternProperties':{'^a':{'type':'string'}}}",
                "{'items':{'type':'integer'}}",
                "{'items':[{'type':'integer'},{'type':'string'}],'additionalItems':false}",
                "{'items':[{'type':'integer'}],'additionalItems':{'type':'null'}}",
                "{'properties':{'a':{'type':'integer'}},'required':['a']}",
                "{'properties':{'a':{'type':'integer'}},'additionalProperties':false}",
                "{'additionalProperties':{'type':'string'}}",
                "{'propertyNames':{'maxLength':1}}",
                "{'allOf':[{'type':'object'},{'required':['a']}]}",
                "{'anyOf':[{'type':'string'},{'required':['a'],'type':'object'}]}",
                "{'oneOf':[{'type':'string'},{'type':'object'}]}",
                "{'if':{'type':'string'},'then':{'minLength':2},'else':{'type':'object'}}",
                "{'if':{'properties':{'kind':{'const':'card'}}},'then':{'required':['a']}}",
                "{'if':{'minimum':1},'then':{'maximum':5},'else':{'type':'null'}}",
                "{'then':{'minLength':2},'else':false}",
                "{'$ref':'#/components/list','type':'string'}",
                "{'allOf':[{'$ref':'#/components/list'}],"
                        + "'components':{'list':{'properties':{'next':{'$ref':'#/components/list'}},'type':'object'}}}"
            })
    void whatIsSeenIsSoForTheValidator(String schema) throws Exception {
        JsonNode root = json(schema.replace('\'', '"'));
        if (!root.isObject() || schema.startsWith("{'$ref'")) {
            ObjectNode around = JSON.createObjectNode();
            around.putArray("allOf").add(root);
            around.putObject("components").putObject("list");
            root = around;
        }
        SchemaCheck check = SchemaCheck.ofTraffic(root);
        for (String text : VALUES) {
            JsonNode value = json(text);
            boolean valid = check.check(value).isEmpty();
            assertThat(check.allows(value)).as(text).isEqualTo(valid);
            if (QuickSchema.of(root).test(value)) {
                assertThat(valid).as(text).isTrue();
            }
        }
    }

    @Test
    void onlyWhatTakesEachLetterAFewTimesIsNotCounted() {
        assertThat(List.of("^[a-z0-9 ]+$", "^\\d{4}$", "^[A-Z]{2}-\\d{4}$", "^a", "^[^ ]{1,40}$"))
                .allMatch(BoundedExpressions::isLinear);
        assertThat(List.of("[a-z]+$", "^(a+)+$", "^a*a*$", "^a?a?a", "^a|b+", "^a{1,9}b{1,9}"))
                .noneMatch(BoundedExpressions::isLinear);
    }

    @Test
    void whatIsUsualIsSeen() throws Exception {
        JsonNode schema =
                json(
                        """
                        {"allOf":[{"$ref":"#/components/Order"}],"components":{
                         "Item":{"type":"string","pattern":"^[a-z ]+$","maxLength":40},
                         "Order":{"type":"object","required":["item","cents"],
                          "additionalProperties":false,
                          "properties":{"item":{"$ref":"#/components/Item"},
                           "cents":{"type":"integer","minimum":0,"maximum":1000},
                           "currency":{"enum":["EUR","JPY"]},
                           "next":{"$ref":"#/components/Order"}},
                          "if":{"properties":{"currency":{"const":"JPY"}},"required":["currency"]},
                          "then":{"properties":{"cents":{"multipleOf":100}}}}}}
                        """);
        Seen seen = QuickSchema.of(schema);
        assertThat(seen.test(json("{\"item\":\"a b\",\"cents\":7}"))).isTrue();
        assertThat(seen.test(json("{\"item\":\"a\",\"cents\":7,\"currency\":\"EUR\"}"))).isTrue();
        assertThat(seen.test(json("{\"item\":\"a\",\"cents\":7,\"currency\":\"JPY\"}"))).isFalse();
        assertThat(
                        seen.test(
                                json(
                                        "{\"item\":\"a\",\"cents\":1,\"next\":{\"item\":\"b\",\"cents\":2}}")))
                .isTrue();
        assertThat(seen.test(json("{\"item\":\"a\",\"cents\":1,\"next\":{\"item\":\"b\"}}")))
                .isFalse();
        assertThat(seen.test(json("{\"item\":\"A\",\"cents\":7}"))).isFalse();
    }
}

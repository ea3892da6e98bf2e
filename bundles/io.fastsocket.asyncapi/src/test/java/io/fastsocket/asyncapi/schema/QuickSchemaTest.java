package io.fastsocket.asyncapi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.regex.RegularExpression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is quickly seen is so for the validator, and what is usual is seen. */
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

    private static Truth seen(Seen seen, String json, byte[]... binaries) {
        byte[] bytes = ("#" + json + "#").getBytes(StandardCharsets.UTF_8);
        Tokens tokens = Tokens.of(bytes, 1, bytes.length - 2, List.of(binaries));
        return tokens == null ? Truth.UNKNOWN : seen.of(tokens, tokens.first(Tokens.ROOT));
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
                "{'not':{'patternProperties':{'^a':{}},'additionalProperties':false}}",
                "{'not':{'additionalProperties':{'type':'string'}}}",
                "{'not':{'oneOf':[{'minimum':1},{'maximum':1}]}}",
                "{'oneOf':[{'type':'null'},{'type':'integer','multipleOf':2}]}",
                "{'not':{'minProperties':2}}",
                "{'const':[1]}",
                "{'not':{'enum':[1,{},1.5]}}",
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
        Seen seen = QuickSchema.of(root);
        for (String text : VALUES) {
            Truth valid = Truth.of(check.allows(json(text)));
            assertThat(seen(seen, text)).as(text).isIn(valid, Truth.UNKNOWN);
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
    void aRowOfCharactersNeedsNoRegularExpression() {
        List<String> texts =
                List.of(
                        "", "a", "ab", "abc", "aab", "12", "12-34", "A1", "a b", "-", "a\n", "]",
                        "$");
        for (String expression :
                List.of(
                        "^[a-z0-9 ]+$",
                        "^\\d{2}$",
                        "^\\d{2}-\\d{2}$",
                        "^a?b$",
                        "^a*$",
                        "^a{1,2}b$",
                        "^[A-Z]\\d{1,}$",
                        "^[^a]$",
                        "^[]a$",
                        "^a\\$",
                        "^\\-$",
                        "^.b?$",
                        "^$")) {
            RowPattern row;
            RegularExpression whole;
            try {
                row = RowPattern.of(expression);
                whole = BoundedExpressions.ofTraffic(expression);
            } catch (IllegalArgumentException e) {
                continue;
            }
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                Truth seen = row == null ? Truth.UNKNOWN : row.matches(bytes, 0, bytes.length);
                assertThat(seen)
                        .as("%s %s", expression, text)
                        .isIn(Truth.of(whole.matches(text)), Truth.UNKNOWN);
            }
        }
        assertThat(List.of("^[a-z0-9 ]+$", "^[A-Z]{2}-\\d{4}$", "^[\\w./-]{1,40}$", "^v\\d+\\.0$"))
                .allMatch(expression -> RowPattern.of(expression) != null);
        assertThat(List.of("^a|b$", "^(a)$", "^a+b+$", "[a]+", "^a+", "^a+?$", "^.$", "^a\\$"))
                .allMatch(expression -> RowPattern.of(expression) == null);
        byte[] umlaut = "ä".getBytes(StandardCharsets.UTF_8);
        assertThat(RowPattern.of("^[^a]{2}$").matches(umlaut, 0, 2)).isEqualTo(Truth.UNKNOWN);
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
        assertThat(
                        List.of(
                                "{'item':'a b','cents':7}",
                                " { 'item' : 'a' , 'cents' : 7 , 'currency' : 'EUR' } ",
                                "{'item':'a','cents':1e2,'currency':'EUR'}",
                                "{'item':'a','cents':1,'next':{'item':'b','cents':2}}"))
                .allMatch(json -> seen(seen, json.replace('\'', '"')) != Truth.NO)
                .filteredOn(json -> !json.contains("1e2"))
                .allMatch(json -> seen(seen, json.replace('\'', '"')) == Truth.YES);
        assertThat(
                        List.of(
                                "{'item':'a','cents':7,'currency':'JPY'}",
                                "{'item':'a','cents':1,'next':{'item':'b'}}",
                                "{'item':'A','cents':7}",
                                "{'item':'a','cents':7,'more':1}",
                                "7"))
                .allMatch(json -> seen(seen, json.replace('\'', '"')) == Truth.NO);
    }

    @Test
    void whatComesTwiceOrUnderAnEscapedNameIsTheValidators() throws Exception {
        Seen seen =
                QuickSchema.of(
                        json(
                                "{\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"a\"]}"));
        assertThat(seen(seen, "{\"a\":\"x\",\"a\":1}")).isEqualTo(Truth.UNKNOWN);
        assertThat(seen(seen, "{\"a\":1,\"\\u0061\":\"x\"}")).isEqualTo(Truth.UNKNOWN);
        assertThat(seen(seen, "{\"b\":1,\"b\":\"x\",\"a\":1}")).isEqualTo(Truth.YES);
    }

    @Test
    void aBinaryIsATextOfItsLength() throws Exception {
        Seen seen =
                QuickSchema.of(
                        json(
                                """
                                {"properties":{"data":{"type":"string","maxLength":3},
                                  "more":{"type":"object"}}}
                                """));
        byte[] three = new byte[3];
        byte[] four = new byte[4];
        String placeholder = "{\"_placeholder\":true,\"num\":1}";
        String data = "{\"data\":" + placeholder + ",\"x\":1}";
        assertThat(seen(seen, data, four, three)).isEqualTo(Truth.YES);
        assertThat(seen(seen, data, three, four)).isEqualTo(Truth.NO);
        String turned = "{\"data\":{ \"num\" : 0 , \"_placeholder\" : true } }";
        assertThat(seen(seen, turned, three)).isEqualTo(Truth.YES);
        // Anything else that could be one is not.
        assertThat(seen(seen, data.replace("1}", "1,\"a\":0}"), four, three))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(seen(seen, data.replace("_pl", "\\u005fpl"), four, three))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(seen(seen, data, three)).isEqualTo(Truth.UNKNOWN);
        // Without binaries it is an object.
        assertThat(seen(seen, data)).isEqualTo(Truth.NO);
        assertThat(seen(seen, "{\"more\":" + placeholder + "}")).isEqualTo(Truth.YES);
    }
}

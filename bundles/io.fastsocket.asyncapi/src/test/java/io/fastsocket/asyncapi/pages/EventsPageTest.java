package io.fastsocket.asyncapi.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fastsocket.asyncapi.AsyncApiPages;
import io.fastsocket.asyncapi.AsyncApiRewriter;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.spi.contract.LiveContract.Form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What pages say of contracts, also of those that mean harm. */
class EventsPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    private static String page(String yaml) throws Exception {
        return EventsPage.live(Document.of(new YAMLMapper().readTree(yaml).toString()));
    }

    /** A contract with one event, whose payload is given. */
    private static String of(String payload) {
        return """
               asyncapi: 3.0.0
               info: {title: Lobby, version: 1.0.0}
               channels:
                 lobby: {address: /lobby, messages: {join: {name: join, payload: %s}}}
               operations:
                 join:
                   action: receive
                   channel: {$ref: '#/channels/lobby'}
                   messages: [{$ref: '#/channels/lobby/messages/join'}]
               components:
                 schemas:
                   Name: {type: string, minLength: 2, maxLength: 20}
                   Tree: {type: object, properties: {label: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
               """
                .formatted(payload);
    }

    /** What is between tags, blanks made one. */
    private static String text(String html) {
        return html.replaceAll("(?s)<script.*?</script>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("\\s+", " ");
    }

    private static String said(String payload) throws Exception {
        return text(page(of(payload)));
    }

    @Test
    void ordersCanBeReadWithoutScripts() throws Exception {
        Path orders =
                Path.of(System.getProperty("root.dir"))
                        .resolve("plugins-examples/orders/src/main/resources")
                        .resolve("META-INF/asyncapi.yaml");
        String page = page(Files.readString(orders));

        assertThat(page)
                .contains("id=\"/orders/place\"", "href=\"#/orders/place\"")
                .contains("id=\"/orders/placed\"", "id=\"schemas/Order\"", "id=\"errors/4001\"");
        assertThat(text(page))
                .contains("place client sends An order is taken.")
                .contains("placed server sends")
                .contains("lines required array of Line 1 to 50 elements")
                .contains("article required string at most 40 characters matches ^[a-z0-9]+")
                .contains("cents required integer ≥ 0 a multiple of 5")
                .contains("either Card : kind is \"card\"", "or Transfer : kind is \"transfer\"")
                .contains("delivery required one of these \"pickup\" \"courier\"")
                .contains(
                        "If delivery is \"courier\": address must be there; otherwise address must"
                                + " not be there")
                .contains("Example: courier { \"number\": \"AB-0002\"")
                .contains("Acknowledgement The acknowledgement of place. Receipt")
                .contains("4001 validation", "5003 unavailable, retry");
    }

    @Test
    void everyShapeIsSaid() throws Exception {
        assertThat(said("{type: [string, 'null'], format: uuid}")).contains("string, uuid or null");
        assertThat(said("{anyOf: [{$ref: '#/components/schemas/Name'}, {type: 'null'}]}"))
                .contains("Name or null 2 to 20 characters");
        assertThat(said("{type: string, format: binary, maxLength: 9}"))
                .contains("binary at most 9 bytes");
        assertThat(said("{type: integer, minimum: -2147483648, maximum: 5, default: 3}"))
                .contains("integer ≤ 5 default 3");
        assertThat(said("{type: array, uniqueItems: true, items: {type: array, items: {}}}"))
                .contains("array of array of anything no element twice");
        assertThat(said("{type: object, additionalProperties: {type: number}}"))
                .contains("object with values: number", "any name number");
        assertThat(said("{type: object, additionalProperties: false, properties: {a: true}}"))
                .contains("object no other fields", "a anything");
        assertThat(said("{type: array, x-socketio-args: true, maxItems: 0}"))
                .contains("Nothing: no argument.");
        assertThat(
                        said(
                                "{type: array, x-socketio-args: true, items: [{type: string}, {type: boolean}], minItems: 1}"))
                .contains("argument 1 required string", "argument 2 boolean");
        assertThat(said("{allOf: [{$ref: '#/components/schemas/Tree'}, {required: [label]}]}"))
                .contains("label string", "children array of Tree", "it contains itself");
        assertThat(said("{type: object, properties: {old: {type: string, deprecated: true}}}"))
                .contains("old deprecated string");
        assertThat(said("{type: object, not: {type: object, maxProperties: 3}}"))
                .contains("It must not be so that {\"type\": \"object\", \"maxProperties\": 3}");
        assertThat(said("{const: 'a`b'}")).contains("always \"a&#96;b\"");
    }

    @Test
    void nothingInAContractBecomesMarkup() throws Exception {
        String bad = "</script><img src=x onerror=alert(1)><script>alert('x')</script>\"'`\u202e";
        ObjectNode document = (ObjectNode) new YAMLMapper().readTree(of("{}"));
        document.withObject("/info").put("title", bad).put("version", bad).put("description", bad);
        ObjectNode message = document.withObject("/channels/lobby/messages/join");
        message.put("name", bad).put("summary", bad).put("description", "`" + bad + "` " + bad);
        message.putArray("examples")
                .addObject()
                .put("name", bad)
                .putObject("payload")
                .put(bad, bad);
        ObjectNode schema = message.putObject("payload").put("type", "object");
        schema.put("title", bad).put("description", bad).put("pattern", bad).put("format", bad);
        schema.putArray("required").add(bad);
        schema.withObject("/properties")
                .putObject(bad)
                .put("description", bad)
                .put("default", bad)
                .putArray("enum")
                .add(bad);
        schema.withObject("/properties").putObject("b").put("type", bad).put("const", bad);
        schema.putObject("dependencies").putArray(bad).add(bad);
        schema.putObject("if").putObject("properties").putObject(bad).put("const", bad);
        schema.putObject("then").put(bad, bad);
        ObjectNode operation = document.withObject("/operations/join");
        operation.put("summary", bad).put("description", bad);
        operation.putObject("x-socketio").put("room", bad);
        operation.putArray("x-fastsocket-plugins").addObject().put("name", bad).put("version", bad);
        document.putArray("x-fastsocket-plugins").addObject().put("name", bad).put("title", bad);
        ObjectNode channel = document.withObject("/channels/lobby");
        channel.put("address", "javascript:alert(1)" + bad).put("description", bad);
        channel.putObject("parameters").putObject(bad).put("description", bad);
        document.withObject("/servers/a").put("host", bad).put("protocol", "ws");
        document.withObject("/components/schemas").putObject(bad).put("description", bad);

        String page = EventsPage.live(Document.of(document.toString()));

        assertThat(page.toLowerCase(java.util.Locale.ROOT).split("<script", -1))
                .hasSize(1 + PageFiles.SCRIPTS.size() + 1);
        assertThat(page.split("id=\"contract\"")[0]).doesNotContain("<img", "\u202e");
        assertThat(page).doesNotContainPattern("href=\"j");
        assertThat(page).doesNotContainPattern("<[^>]* on[a-z]+=").doesNotContain("style=");
        // The data end where their element does, and say what was said.
        JsonNode data =
                JSON.readTree(page.replaceFirst("(?s).*id=\"contract\">(.*?)</script>.*", "$1"));
        assertThat(data.path("events").elements().next().path("name").asText()).isEqualTo(bad);
    }

    @Test
    void examplesThatAreMadeAreOfTheSchemaAndEndlessOnesEnd() throws Exception {
        assertThat(said("{$ref: '#/components/schemas/Tree'}"))
                .contains("Example, made from the schema {\"label\": \"label\"");
        // Each schema has the next one twice.
        StringBuilder bomb = new StringBuilder(of("{$ref: '#/components/schemas/S0'}"));
        for (int i = 0; i < 24; i++) {
            String next = "{$ref: '#/components/schemas/S%d'}".formatted(i + 1);
            bomb.append(
                    "    S%d: {type: object, properties: {a: %s, b: %s}}\n"
                            .formatted(i, next, next));
        }
        bomb.append("    S24: {type: string}\n");
        long began = System.nanoTime();
        assertThat(page(bomb.toString()).length()).isLessThan(3 << 20);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @SuppressWarnings("SystemOut") // a figure for the build's log
    void fiveHundredEvents() throws Exception {
        String document =
                IntStream.range(0, 500)
                        .mapToObj(
                                i ->
                                        """
                                        "e%1$d": {"name": "event%1$d", "payload": {"type": "object",
                                          "required": ["id"], "properties": {
                                          "id": {"type": "string", "format": "uuid"},
                                          "text": {"type": "string", "pattern": "^[a-z]{2,5}$"},
                                          "amount": {"type": "number", "minimum": %1$d},
                                          "user": {"type": "object", "properties": {"name": {"type": "string"}}}}}}"""
                                                .formatted(i))
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"asyncapi\": \"3.0.0\", \"info\": {\"title\": \"Many\","
                                                + " \"version\": \"1\"}, \"channels\": {\"all\":"
                                                + " {\"address\": \"/\", \"messages\": {",
                                        "}}}, \"operations\": {\"all\": {\"action\": \"receive\","
                                                + " \"channel\": {\"$ref\": \"#/channels/all\"}}}}"));
        Duration best = Duration.ofDays(1);
        String page = "";
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            page = EventsPage.live(Document.of(document));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            best = took.compareTo(best) < 0 ? took : best;
        }
        System.out.printf(
                "page of 500 events, %d KiB: %d ms%n", page.length() >> 10, best.toMillis());
        assertThat(page.split("<section class=\"event", -1)).hasSize(501);
        assertThat(page)
                .contains("made from the schema")
                .contains("&quot;text&quot;: &quot;ab&quot;");
    }

    @Test
    void filesNeedNoServer() throws Exception {
        String old =
                """
                asyncapi: 2.6.0
                info: {title: Old, version: 1.0.0}
                servers:
                  one: {url: 'wss://{where}.example.com:444/chat', protocol: wss, variables: {where: {default: eu}}}
                channels:
                  /lobby:
                    publish: {message: {name: join, payload: {type: string}, x-ack: {args: {type: boolean}}}}
                    subscribe: {message: {name: join, payload: {type: string}}}
                """;
        Path file = Files.writeString(folder.resolve("old.yaml"), old);
        String bundled = new AsyncApiRewriter().bundle(file, Form.JSON, Set.of());
        AsyncApiPages pages = new AsyncApiPages();

        Map<String, byte[]> one = pages.files(Map.of("old", bundled));
        Map<String, String> two = new LinkedHashMap<>();
        two.put("old", bundled);
        two.put("new", bundled.replace("Old", "<New>"));

        assertThat(one)
                .containsKeys("index.html", "events.css", "icon.svg", "search.js", "form.js");
        String page = new String(one.get("index.html"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .contains("href=\"events.css\"", "\"https://eu.example.com:444/chat/\"")
                .contains("id=\"/lobby/join\"", "id=\"/lobby/join~2\"");
        assertThat(text(page)).contains("Acknowledgement boolean");
        Map<String, byte[]> files = pages.files(two);
        assertThat(files).containsKeys("index.html", "old.html", "new.html");
        assertThat(new String(files.get("index.html"), StandardCharsets.UTF_8))
                .contains("<a href=\"./new.html\">&lt;New&gt;</a>");
    }
}

package io.fastsocket.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.InvalidContractException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What is said of two documents. */
class ComparisonTest {

    private static final String OLD =
            """
            asyncapi: 3.0.0
            info: {title: Talk, version: 1.0.0}
            channels:
              talk:
                address: /talk
                messages:
                  say: {name: say, payload: {$ref: '#/components/schemas/Say'}}
                  said: {name: said, payload: {$ref: 'parts.yaml#/Said'}}
                  receipt: {payload: {type: object, required: [id], properties: {id: {type: string}}}}
            operations:
              say:
                action: receive
                channel: {$ref: '#/channels/talk'}
                messages: [{$ref: '#/channels/talk/messages/say'}]
                reply:
                  channel: {$ref: '#/channels/talk'}
                  messages: [{$ref: '#/channels/talk/messages/receipt'}]
              said:
                action: send
                channel: {$ref: '#/channels/talk'}
                messages: [{$ref: '#/channels/talk/messages/said'}]
            components:
              schemas:
                Say:
                  type: object
                  required: [text]
                  properties:
                    text: {type: string, maxLength: 500}
                    mood: {type: string, enum: [gay, sad]}
            """;

    private static final String PARTS =
            """
            Said:
              type: object
              required: [text, from]
              properties:
                text: {type: string, maxLength: 500}
                from: {type: string}
            """;

    @TempDir private Path folder;

    private List<Change> compare(String old, String now) throws Exception {
        new Written(folder).with("old.yaml", old).with("new.yaml", now).with("parts.yaml", PARTS);
        return new AsyncApiComparison()
                .compare(folder.resolve("old.yaml"), folder.resolve("new.yaml"), Set.of());
    }

    private List<String> lines(String old, String now) throws Exception {
        return compare(old, now).stream()
                .map(
                        c ->
                                "%s %s %s %s%s: %s"
                                        .formatted(
                                                c.impact(),
                                                c.direction(),
                                                c.event(),
                                                c.gone() ? "old:" : "",
                                                c.path(),
                                                c.reason()))
                .toList();
    }

    @Test
    void theSameChangeIsAnotherThingEachWay() throws Exception {
        String now =
                OLD.replace("maxLength: 500", "maxLength: 200")
                                .replace("'parts.yaml#/Said'", "'#/components/schemas/Said'")
                        + PARTS.replace("maxLength: 500", "maxLength: 200").indent(4);
        assertThat(lines(OLD, now))
                .containsExactly(
                        "BREAKING RECEIVED say /components/schemas/Say/properties/text/maxLength: text:"
                                + " maxLength is now 200, and was 500",
                        "COMPATIBLE SENT said /components/schemas/Said/properties/text/maxLength: text:"
                                + " maxLength is now 200, and was 500");
    }

    @Test
    void whatHasGoneStandsInTheOldDocumentAndInItsFiles() throws Exception {
        String now =
                OLD.replace("'parts.yaml#/Said'", "'#/components/schemas/Said'")
                                .replace("required: [id], ", "")
                        + PARTS.replace(", from]", "]").indent(4);
        assertThat(lines(OLD, now))
                .containsExactly(
                        "BREAKING SENT said /components/schemas/Said/required: \"from\" is no longer"
                                + " always there",
                        "BREAKING SENT say old:/channels/talk/messages/receipt/payload/required: ack:"
                                + " \"id\" is no longer always there");
    }

    @Test
    void eventsComeAndGo() throws Exception {
        String now =
                OLD.replace("name: say", "name: speak").replace("enum: [gay, sad]", "minLength: 1");
        assertThat(lines(OLD, now))
                .containsExactly(
                        "BREAKING RECEIVED say old:/operations/say: the event is no longer received",
                        "COMPATIBLE RECEIVED speak /operations/say: the event is new");
        now = OLD.replace("address: /talk", "address: /chat");
        assertThat(lines(OLD, now))
                .first()
                .isEqualTo("BREAKING RECEIVED null old:/channels/talk: the namespace is gone");
    }

    @Test
    void wordsForPeopleMeanNothing() throws Exception {
        String now =
                OLD.replace("type: string, maxLength", "type: string, description: Anew, maxLength")
                        .replace("title: Talk", "title: Talking")
                        .replace("Say", "Speech");
        assertThat(lines(OLD, now)).isEmpty();
    }

    @Test
    void olderVersionsAreComparedTooWithNewerOnesAsWell() throws Exception {
        String old =
                """
                asyncapi: 2.6.0
                info: {title: Talk, version: 1.0.0}
                channels:
                  /talk:
                    publish:
                      message:
                        name: say
                        x-ack:
                          args:
                            - {type: object, required: [id], properties: {id: {type: string}}}
                        payload:
                          type: object
                          required: [text]
                          properties:
                            text: {type: string, maxLength: 500}
                            mood: {type: string, enum: [gay, sad]}
                    subscribe:
                      message:
                        name: said
                        payload: {$ref: 'parts.yaml#/Said'}
                """;
        assertThat(lines(old, OLD)).isEmpty();
        assertThat(lines(old, OLD.replace("gay, ", "")))
                .containsExactly(
                        "BREAKING RECEIVED say /components/schemas/Say/properties/mood/enum: mood:"
                                + " \"gay\" is no longer allowed");
    }

    @Test
    void onlyValidDocumentsAreCompared() {
        assertThatExceptionOfType(InvalidContractException.class)
                .isThrownBy(() -> compare(OLD, OLD.replace("action: send", "action: sent")))
                .withMessage(
                        "new.yaml is not valid: 19:5 must be one of \"send\", \"receive\", and is"
                                + " \"sent\"");
    }
}

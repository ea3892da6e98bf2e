package io.fastsocket.registry.dispatch;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventException.Detail;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Writes errors as clients see them. */
final class Errors {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int REFERENCE_LENGTH = 8;

    private Errors() {}

    /** An error that the runtime answers with, without details. */
    static EventException of(ErrorCode code) {
        return new EventException(code, List.of(), null);
    }

    /** A name for one failure, for the client and the log. */
    static String reference() {
        StringBuilder reference = new StringBuilder(REFERENCE_LENGTH);
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(
                    ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }

    /** Answers an event that nobody handles. */
    static void answer(ClientSocket client, InboundEvent event, EventException error) {
        if (event.ackWanted()) {
            client.ack(event.ackId(), ack(error, event.eventName(), null));
        } else {
            client.emit(event(error, event.eventName(), null), false);
        }
    }

    /** The acknowledgement's argument: {@code {"error":{…}}}. Reference may be null. */
    static Payload ack(EventException error, String event, String reference) {
        return Payload.of(object(error, event, reference));
    }

    /** The {@code error} event, for clients that wanted no acknowledgement. */
    static Payload event(EventException error, String event, String reference) {
        return Payload.of("\"error\"," + object(error, event, reference));
    }

    private static String object(EventException error, String event, String reference) {
        StringBuilder json = new StringBuilder("{\"error\":{\"code\":").append(error.code());
        json.append(",\"reason\":");
        quote(json, error.reason());
        json.append(",\"event\":");
        quote(json, event);
        rest(json, error, reference);
        return json.append("}}").toString();
    }

    /** What CONNECT_ERROR carries. Reference may be null. */
    static Payload refusal(EventException error, String reference) {
        StringBuilder json = new StringBuilder("{\"message\":");
        quote(json, error.reason());
        json.append(",\"data\":{\"code\":").append(error.code()).append(",\"reason\":");
        quote(json, error.reason());
        rest(json, error, reference);
        return Payload.of(json.append("}}").toString());
    }

    private static void rest(StringBuilder json, EventException error, String reference) {
        if (!error.details().isEmpty()) {
            details(json, error.details());
        }
        if (reference != null) {
            json.append(",\"reference\":");
            quote(json, reference);
        }
    }

    private static void details(StringBuilder json, List<Detail> details) {
        json.append(",\"details\":[");
        String separator = "";
        for (Detail detail : details) {
            json.append(separator).append("{\"path\":");
            quote(json, detail.path());
            json.append(",\"message\":");
            quote(json, detail.message());
            json.append('}');
            separator = ",";
        }
        json.append(']');
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    // Half a surrogate pair has no form in UTF-8.
                    if (c < ' ' || (Character.isSurrogate(c) && !paired(text, i))) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}

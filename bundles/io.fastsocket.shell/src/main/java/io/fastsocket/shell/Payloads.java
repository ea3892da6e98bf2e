package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Json;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.LimitInfo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The arguments of an event as they are given on a command line. */
final class Payloads {

    /** How a payload may be given. */
    static final String DESCRIPTION =
            "An argument of the event: JSON, @FILE with JSON, or - for JSON on standard input. Give"
                    + " it several times for several arguments; none for no argument.";

    private Payloads() {}

    /** Where the server has no limit of its own. */
    private static final long USUAL_LIMIT = 1_000_000;

    /** Each as JSON text that has been checked. */
    static List<String> read(List<String> given, Invocation invocation) throws CommandException {
        refuseTwice(given, null);
        List<String> texts = new ArrayList<>();
        for (String payload : given) {
            texts.add(read(payload, "--payload", invocation));
        }
        return texts;
    }

    /** Standard input can be read once. */
    static void refuseTwice(List<String> payloads, String auth) throws CommandException {
        long readers =
                Stream.concat(payloads.stream(), Stream.ofNullable(auth))
                        .filter("-"::equals)
                        .count();
        if (readers > 1) {
            throw CommandException.usage("standard input can be read once: only one may be -");
        }
    }

    /** One that is to be an object, as JSON text that has been checked. */
    static String object(String given, String option, Invocation invocation)
            throws CommandException {
        String text = read(given, option, invocation);
        if (!text.startsWith("{")) {
            throw CommandException.usage(
                    option + " must be a JSON object, such as {\"token\":\"x\"}");
        }
        return text;
    }

    private static String read(String given, String option, Invocation invocation)
            throws CommandException {
        if (given.equals("-")) {
            String what = option + " on standard input";
            return Json.check(
                    text(invocation.in(), what, invocation), what, CommandException::failed);
        }
        if (given.startsWith("@")) {
            Path file = invocation.file(given.substring(1));
            try (InputStream in = Files.newInputStream(file)) {
                String what = option + " in " + file;
                return Json.check(text(in, what, invocation), what, CommandException::failed);
            } catch (IOException e) {
                throw unreadable(option + " in " + file, e);
            }
        }
        return Json.check(given, option + " " + given, CommandException::usage);
    }

    /** All of it, unless it is more than any client may send: it is the server's memory. */
    private static String text(InputStream in, String what, Invocation invocation)
            throws CommandException {
        int limit = (int) Math.min(limit(invocation), Integer.MAX_VALUE - 1L);
        try {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw CommandException.failed(
                        String.format(
                                Locale.ROOT,
                                "%s is larger than %,d bytes, which is the most (maxPayload)",
                                what,
                                limit));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IOException e) {
            throw unreadable(what, e);
        }
    }

    private static CommandException unreadable(String what, IOException e) {
        return CommandException.failed(what + " cannot be read: " + FileProblem.of(e));
    }

    /** What a client may send. */
    private static long limit(Invocation invocation) {
        return invocation.services().find(LimitCatalog.class).stream()
                .flatMap(limits -> limits.limits().stream())
                .filter(limit -> limit.name().equals("maxPayload"))
                .mapToLong(LimitInfo::limit)
                .findFirst()
                .orElse(USUAL_LIMIT);
    }
}

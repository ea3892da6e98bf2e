package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of an event as they are given on a command line. */
final class Payloads {

    /** How a payload may be given. */
    static final String DESCRIPTION =
            "An argument of the event: JSON, @FILE with JSON, or - for JSON on standard input. Give"
                    + " it several times for several arguments; none for no argument.";

    private Payloads() {}

    /** Each as JSON text that has been checked. */
    static List<String> read(List<String> given, Invocation invocation) throws CommandException {
        List<String> texts = new ArrayList<>();
        for (String payload : given) {
            texts.add(read(payload, "--payload", invocation));
        }
        return texts;
    }

    /** One, as JSON text that has been checked. */
    static String read(String given, String option, Invocation invocation) throws CommandException {
        try {
            if (given.equals("-")) {
                byte[] input = invocation.in().readAllBytes();
                return Json.check(
                        new String(input, StandardCharsets.UTF_8), option + " on standard input");
            }
            if (given.startsWith("@")) {
                Path file = invocation.file(given.substring(1));
                return Json.check(Files.readString(file), option + " in " + file);
            }
        } catch (IOException e) {
            throw CommandException.failed(
                    option + " " + given + " cannot be read: " + e.getMessage());
        }
        return Json.check(given, option + " " + given);
    }
}

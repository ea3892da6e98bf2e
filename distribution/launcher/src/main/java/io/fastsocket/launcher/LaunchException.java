package io.fastsocket.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends the program with a message for the person who typed the command: what is wrong, where, and
 * what to do. Never shown with a stack trace.
 */
final class LaunchException extends RuntimeException {

    private final int exitCode;

    private LaunchException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A mistake in what was asked for: exit code 2. */
    static LaunchException usage(String message) {
        return new LaunchException(ExitCode.USAGE, message, null);
    }

    /** Asked for rightly, but it failed: exit code 1. */
    static LaunchException failed(String message) {
        return new LaunchException(ExitCode.FAILED, message, null);
    }

    /** As {@link #failed(String)}, with what caused it. */
    static LaunchException failed(String message, Throwable cause) {
        return new LaunchException(ExitCode.FAILED, message + ": " + reason(cause), cause);
    }

    /**
     * One line that says what an exception means. Its class is named only where nobody expected it,
     * for those who look for the fault.
     */
    static String reason(Throwable cause) {
        return switch (cause) {
            case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
            case AccessDeniedException e -> e.getFile() + ": permission denied";
            case NotDirectoryException e -> e.getFile() + ": it is no folder";
            case FileAlreadyExistsException e -> e.getFile() + ": it is there already";
            default -> {
                String message = cause.getMessage();
                String type = cause.getClass().getSimpleName();
                boolean expected =
                        cause instanceof IOException || cause instanceof IllegalArgumentException;
                yield message == null || message.isBlank()
                        ? type
                        : expected ? message : message + " (" + type + ")";
            }
        };
    }

    /** Whether words ask for an answer in JSON, and so for {@link #json}. */
    static boolean asksForJson(List<String> words) {
        return words.stream().takeWhile(word -> !word.equals("--")).anyMatch("--json"::equals);
    }

    /**
     * What programs get on standard output, on one line: it is there that they look for an answer.
     */
    String json() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", getMessage());
        error.put("exitCode", exitCode);
        return Json.line(Map.of("error", error));
    }

    int exitCode() {
        return exitCode;
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

/**
 * {@code complete}: asked by shells while somebody types, not by people. Each line is a word, and
 * behind a tab what it is.
 */
@Command(
        hidden = true,
        description = "Tell how the last of some words may go on.",
        footer = "complete -- plugin inf")
final class CompleteCommand implements OperatorCommand {

    @Parameters(paramLabel = "WORD", arity = "0..*", description = "The words so far.")
    private List<String> words = List.of();

    @Override
    public void run(Invocation invocation) {
        Completions completions = new Completions(invocation.services(), invocation.console());
        for (Candidate candidate : completions.of(words)) {
            invocation.line(candidate.line());
        }
    }
}

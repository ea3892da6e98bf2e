package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.contract.ChangeFormat;
import io.fastsocket.shell.contract.ComparedFiles;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.ContractComparison;
import io.fastsocket.spi.contract.Impact;
import io.fastsocket.spi.contract.InvalidContractException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code asyncapi diff}. */
@Command(
        description =
                "Say what the change of a contract means for clients. What the server receives may not"
                        + " grow stricter, and what it sends may not guarantee less. Each change is"
                        + " breaking, unclear or compatible. Exit code 1 if one is breaking. No server"
                        + " is needed.",
        footer = {
            "asyncapi diff old/hello.yaml asyncapi/hello.yaml",
            "asyncapi diff --fail-on unclear old/hello.yaml asyncapi/hello.yaml",
            "asyncapi diff --format markdown old/hello.yaml asyncapi/hello.yaml > changes.md"
        })
final class AsyncapiDiffCommand implements OperatorCommand {

    /** From which impact on the command fails. */
    enum FailOn {
        BREAKING,
        UNCLEAR
    }

    @Parameters(
            paramLabel = "OLD",
            index = "0",
            description = "The contract that clients keep to: AsyncAPI 2.0 to 2.6, 3.0 or 3.1.")
    private String old;

    @Parameters(paramLabel = "NEW", index = "1", description = "The contract that is to come.")
    private String changed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or markdown (${DEFAULT-VALUE}).")
    private ChangeFormat format = ChangeFormat.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "IMPACT",
            defaultValue = "breaking",
            description =
                    "From what on the exit code is 1: breaking, or unclear too (${DEFAULT-VALUE}).")
    private FailOn failOn = FailOn.BREAKING;

    @Mixin private AllowedHosts hosts;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        Path before = ContractFiles.readable(old, invocation);
        Path after = ContractFiles.readable(changed, invocation);
        List<Change> changes;
        try {
            changes =
                    invocation.need(ContractComparison.class).compare(before, after, hosts.names());
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(
                    "%s and %s cannot be compared: %s".formatted(old, changed, FileProblem.of(e)));
        }
        ComparedFiles compared = new ComparedFiles(old, changed, changes);
        ChangeFormat wanted = invocation.json() ? ChangeFormat.JSON : format;
        invocation.line(wanted.report(compared, invocation.console().terminal()));
        if (compared.count(Impact.BREAKING) > 0
                || (failOn == FailOn.UNCLEAR && compared.count(Impact.UNCLEAR) > 0)) {
            invocation.fail();
        }
    }
}

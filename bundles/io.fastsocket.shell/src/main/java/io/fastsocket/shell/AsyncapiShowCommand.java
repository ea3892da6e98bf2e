package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.contract.ContractStore.Version;
import io.fastsocket.spi.contract.ContractRewriter;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.LiveContract.Form;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** {@code asyncapi show}. */
@Command(
        description =
                "Print a contract that was imported, as YAML or with --json as JSON. No server is"
                        + " needed.",
        footer = {"asyncapi show hello", "asyncapi show hello --version 1"})
final class AsyncapiShowCommand implements OperatorCommand {

    @Parameters(paramLabel = "NAME", description = "The contract, as asyncapi list has it.")
    private String name;

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "An older version; else the newest.")
    private Integer version;

    @Override
    public void run(Invocation invocation)
            throws CommandException, InterruptedException, IOException {
        List<Version> versions = Contracts.versions(invocation, name);
        Version wanted =
                version == null
                        ? versions.getLast()
                        : versions.stream()
                                .filter(one -> one.number() == version)
                                .findFirst()
                                .orElse(null);
        if (wanted == null) {
            throw CommandException.failed(
                    "%s has no version %d; the newest is %d"
                            .formatted(name, version, versions.getLast().number()));
        }
        if (!invocation.json()) {
            invocation.line(Files.readString(wanted.file()).stripTrailing());
            return;
        }
        try {
            String json =
                    invocation
                            .need(ContractRewriter.class)
                            .bundle(wanted.file(), Form.JSON, Set.of());
            invocation.line(json.stripTrailing());
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        }
    }
}

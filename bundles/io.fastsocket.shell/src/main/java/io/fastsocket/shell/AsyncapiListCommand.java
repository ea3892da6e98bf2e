package io.fastsocket.shell;

import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.contract.ContractStore;
import io.fastsocket.shell.contract.ContractStore.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;

/** {@code asyncapi list}. */
@Command(
        description =
                "List the contracts that were imported, or all versions of one. No server is needed.",
        footer = {"asyncapi list", "asyncapi list hello"})
final class AsyncapiListCommand implements OperatorCommand {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The contract of which to list all versions.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException, IOException {
        ContractStore store = Contracts.store(invocation);
        Table table =
                new Table(
                        Column.words("NAME"), Column.numbers("VERSION"), Column.words("IMPORTED"));
        if (name != null) {
            Contracts.versions(invocation, name).forEach(version -> row(table, version));
            invocation.print(table);
            return;
        }
        boolean none = true;
        for (String one : store.names()) {
            List<Version> versions = store.versions(one);
            if (!versions.isEmpty()) {
                row(table, versions.getLast());
                none = false;
            }
        }
        if (none && !invocation.json()) {
            invocation.line(
                    "No contracts. To keep one: "
                            + invocation.console().command("asyncapi import FILE"));
            return;
        }
        invocation.print(table);
    }

    private static void row(Table table, Version version) {
        table.row(version.name(), version.number(), version.imported());
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Table;
import io.fastsocket.spi.contract.ContractDrift;
import io.fastsocket.spi.contract.ContractDrift.Drift;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;

/** {@code asyncapi drift}. */
@Command(
        description =
                "List what goes on that no contract names: events, emits and fields, by plugin."
                        + " Events are received or sent; fields are those that clients send and no"
                        + " record has. An event without a plugin is one that nobody handles. Counted"
                        + " from when the plugin came into service.",
        footer = {"asyncapi drift", "asyncapi drift --patch"})
final class AsyncapiDriftCommand implements OperatorCommand {

    @Option(
            names = "--patch",
            description =
                    "Print what would have to be in the contracts to cover it, as YAML. Payloads are"
                            + " like those that were seen.")
    private boolean patch;

    @Override
    public void run(Invocation invocation) throws CommandException {
        ContractDrift contracts = invocation.need(ContractDrift.class);
        if (patch) {
            String text = contracts.patch().stripTrailing();
            invocation.print(text.isEmpty() ? "# There is no drift." : text, text);
            return;
        }
        List<Drift> drift = contracts.drift();
        if (drift.isEmpty() && !invocation.json()) {
            invocation.line("There is no drift: all that goes on is in contracts.");
            return;
        }
        Table table =
                new Table(
                        Column.words("PLUGIN"),
                        Column.words("VERSION"),
                        Column.words("NAMESPACE"),
                        Column.words("EVENT"),
                        Column.words("WHAT"),
                        Column.words("FIELD"),
                        Column.numbers("COUNT"));
        for (Drift one : drift) {
            table.row(
                    one.plugin(),
                    one.version(),
                    one.namespace(),
                    one.event(),
                    one.what(),
                    one.field(),
                    one.count());
        }
        invocation.print(table);
    }
}

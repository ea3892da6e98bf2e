package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.spi.contract.LiveContract;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Locale;

/** {@code asyncapi export}. */
@Command(
        description =
                "Print the contract of what is in service now. It is one AsyncAPI 3.0 document, merged"
                        + " from the documents that plugins bring, and from the code of those that bring"
                        + " none. GET /asyncapi.yaml and /asyncapi.json answer the same.",
        footer = {"asyncapi export", "asyncapi export --format json -o live.json"})
final class AsyncapiExportCommand implements OperatorCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description = "yaml or json (${DEFAULT-VALUE}).")
    private LiveContract.Form format = LiveContract.Form.YAML;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write it there instead; a file that exists is replaced.")
    private String output;

    @Override
    public void run(Invocation invocation) throws CommandException {
        LiveContract.Form form = invocation.json() ? LiveContract.Form.JSON : format;
        String document = invocation.need(LiveContract.class).document(form);
        boolean saved = DocumentOutput.save(invocation, output, document);
        if (saved && !invocation.json()) {
            invocation.line(
                    "The contract is in "
                            + output
                            + ", as "
                            + form.name().toUpperCase(Locale.ROOT));
        }
    }
}

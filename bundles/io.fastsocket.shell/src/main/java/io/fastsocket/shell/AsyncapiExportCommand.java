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
            description = "yaml or json; yaml, unless the file's name says otherwise.")
    private LiveContract.Form format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write it there instead; a file that exists is replaced.")
    private String output;

    @Override
    public void run(Invocation invocation) throws CommandException {
        LiveContract.Form form =
                format == null || invocation.json()
                        ? DocumentOutput.form(invocation, "", output)
                        : format;
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

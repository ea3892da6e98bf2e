package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.spi.contract.ContractRewriter;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.PointOfView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** {@code asyncapi convert}. */
@Command(
        description =
                "Make an AsyncAPI 3.0 document of one of 2.x. Files that it refers to are put into it."
                        + " Publish becomes receive, subscribe becomes send, x-ack becomes the reply."
                        + " No server is needed.",
        footer = {
            "asyncapi convert old.yaml",
            "asyncapi convert --view server old.yaml -o new.yaml"
        })
final class AsyncapiConvertCommand implements OperatorCommand {

    @Parameters(paramLabel = "FILE", description = "A valid contract of AsyncAPI 2.0 to 2.6.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "Write it there instead, as JSON if the name ends so; a file that exists is"
                            + " replaced.")
    private String output;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "client",
            description =
                    "Who publishes, by the document: client, as AsyncAPI means it, or server, if it was"
                            + " written the other way round (${DEFAULT-VALUE}).")
    private PointOfView view = PointOfView.CLIENT;

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description =
                    "A host that may be asked for what $$ref leads to by http; can be given several"
                            + " times. Without it the network is not used.")
    private Set<String> hosts = Set.of();

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        Path contract = ContractFiles.readable(file, invocation);
        ContractRewriter rewriter = invocation.need(ContractRewriter.class);
        try {
            String document =
                    rewriter.convert(
                            contract, view, DocumentOutput.form(invocation, file, output), hosts);
            DocumentOutput.write(
                    invocation, output, document, file + " is in " + output + ", as AsyncAPI 3.0");
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(file + " cannot be read: " + e.getMessage());
        }
    }
}

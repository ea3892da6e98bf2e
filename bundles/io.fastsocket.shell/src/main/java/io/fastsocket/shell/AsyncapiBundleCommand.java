package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.spi.contract.ContractRewriter;
import io.fastsocket.spi.contract.InvalidContractException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** {@code asyncapi bundle}. */
@Command(
        description =
                "Make one document of a contract and the files that it refers to. What they define"
                        + " becomes components, under the names that it has there. No server is needed.",
        footer = {
            "asyncapi bundle asyncapi/hello.yaml",
            "asyncapi bundle asyncapi/hello.yaml -o hello.json"
        })
final class AsyncapiBundleCommand implements OperatorCommand {

    @Parameters(paramLabel = "FILE", description = "A valid contract, YAML or JSON.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "Write it there instead, as JSON if the name ends so; a file that exists is"
                            + " replaced.")
    private String output;

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
                    rewriter.bundle(contract, DocumentOutput.form(invocation, file, output), hosts);
            DocumentOutput.write(
                    invocation, output, document, file + " is in " + output + ", in one piece");
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(file + " cannot be read: " + e.getMessage());
        }
    }
}

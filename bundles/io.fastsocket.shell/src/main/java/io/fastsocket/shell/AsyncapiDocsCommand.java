package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.contract.PageFolder;
import io.fastsocket.spi.contract.ContractPages;
import io.fastsocket.spi.contract.ContractRewriter;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.LiveContract;
import io.fastsocket.spi.contract.LiveContract.Form;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code asyncapi docs}. */
@Command(
        description =
                "Write pages for people, to read contracts and to try them. They have payloads as"
                        + " tables, examples, errors, and forms. Without a FILE they are of what is in"
                        + " service now, as the server shows it at /docs/events; with one, no server is"
                        + " needed. The folder can be opened in a browser as it is, or be put on any web"
                        + " server.",
        footer = {
            "asyncapi docs -o live-docs",
            "asyncapi docs asyncapi/hello.yaml -o docs",
            "asyncapi docs asyncapi/*.yaml -o docs"
        })
final class AsyncapiDocsCommand implements OperatorCommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Valid contracts, YAML or JSON; of several, each gets a page.")
    private List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder to write; it is made if it is not there.")
    private String output;

    @Option(
            names = "--force",
            description =
                    "Write into a folder that has other things in it too. They stay, but for files of"
                            + " the same names.")
    private boolean force;

    @Mixin private AllowedHosts hosts;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        Path folder = folder(invocation);
        try {
            Map<String, byte[]> pages =
                    invocation.need(ContractPages.class).files(contracts(invocation));
            PageFolder.write(folder, output, pages, force);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("folder", folder.toString());
            facts.put("files", List.copyOf(pages.keySet()));
            invocation.print("The pages begin with " + folder.resolve("index.html"), facts);
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(output + " cannot be written: " + FileProblem.of(e));
        }
    }

    private Path folder(Invocation invocation) throws CommandException {
        try {
            return invocation.file(output);
        } catch (InvalidPathException e) {
            throw CommandException.usage(output + " is no name of a folder");
        }
    }

    /** By the names of their pages. */
    private Map<String, String> contracts(Invocation invocation)
            throws CommandException, InterruptedException, InvalidContractException {
        if (files.isEmpty()) {
            return Map.of("live", invocation.need(LiveContract.class).document(Form.JSON));
        }
        Map<String, String> contracts = new LinkedHashMap<>();
        for (String file : files) {
            Path contract = ContractFiles.readable(file, invocation);
            String name = PageFolder.name(contract, contracts.keySet());
            ContractRewriter rewriter = invocation.need(ContractRewriter.class);
            try {
                contracts.put(name, rewriter.bundle(contract, Form.JSON, hosts.names()));
            } catch (IOException e) {
                throw CommandException.failed(file + " cannot be read: " + FileProblem.of(e));
            }
        }
        return contracts;
    }
}

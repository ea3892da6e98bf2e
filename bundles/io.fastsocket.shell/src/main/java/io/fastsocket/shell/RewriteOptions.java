package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.spi.contract.ContractRewriter;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.LiveContract.Form;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What commands have in common that make a document of another one. */
final class RewriteOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "Write it there instead, as JSON if the name ends so; a file that exists is"
                            + " replaced.")
    private String output;

    @Mixin private AllowedHosts hosts;

    /** Makes one document of another. */
    interface Rewriting {
        String apply(ContractRewriter rewriter, Path contract, Form form, Set<String> hosts)
                throws InvalidContractException, IOException, InterruptedException;
    }

    /**
     * Prints what becomes of a document, or writes it down.
     *
     * @param file the document, as the caller names it
     * @param what the new one is, such as {@code in one piece}
     */
    void rewrite(Invocation invocation, String file, Rewriting rewriting, String what)
            throws CommandException, InterruptedException {
        Path contract = ContractFiles.readable(file, invocation);
        ContractRewriter rewriter = invocation.need(ContractRewriter.class);
        Form form = DocumentOutput.form(invocation, file, output);
        try {
            String document = rewriting.apply(rewriter, contract, form, hosts.names());
            DocumentOutput.write(
                    invocation, output, document, file + " is in " + output + ", " + what);
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(file + " cannot be read: " + FileProblem.of(e));
        }
    }
}

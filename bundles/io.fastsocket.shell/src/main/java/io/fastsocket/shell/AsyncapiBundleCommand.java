package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

    @Mixin private RewriteOptions options;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        options.rewrite(
                invocation,
                file,
                (rewriter, contract, form, hosts) -> rewriter.bundle(contract, form, hosts),
                "in one piece");
    }
}

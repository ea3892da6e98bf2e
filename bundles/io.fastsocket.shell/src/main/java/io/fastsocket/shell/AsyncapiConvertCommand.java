package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.spi.contract.PointOfView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "client",
            description =
                    "Who publishes, by the document: client, as AsyncAPI means it, or server, if it was"
                            + " written the other way round (${DEFAULT-VALUE}).")
    private PointOfView view = PointOfView.CLIENT;

    @Mixin private RewriteOptions options;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        options.rewrite(
                invocation,
                file,
                (rewriter, contract, form, hosts) -> rewriter.convert(contract, view, form, hosts),
                "as AsyncAPI 3.0");
    }
}

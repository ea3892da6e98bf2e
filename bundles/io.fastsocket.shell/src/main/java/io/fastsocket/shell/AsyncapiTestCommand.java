package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.contract.TrialReport;
import io.fastsocket.spi.contract.ContractTrial;
import io.fastsocket.spi.contract.InvalidContractException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;

/** {@code asyncapi test}. */
@Command(
        description =
                "Try whether a running server keeps to a contract. Connects as a client of Socket.IO,"
                        + " sends each example of what the server receives, and holds"
                        + " acknowledgements and what arrives meanwhile against the contract. Exit"
                        + " code 1 if something is not as it says. Any server will do.",
        footer = {
            "asyncapi test asyncapi/hello.yaml --url http://localhost:9092",
            "asyncapi test --auth '{\"token\":\"x\"}' asyncapi/hello.yaml --url https://example.com",
            "asyncapi test --format junit asyncapi/hello.yaml --url http://localhost:9092 > hello.xml"
        })
final class AsyncapiTestCommand implements OperatorCommand {

    private static final int LONGEST = 600;

    @Parameters(paramLabel = "FILE", description = "AsyncAPI 2.0 to 2.6, 3.0 or 3.1.")
    private String file;

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description =
                    "Where the server is: http or https. A path is that of Socket.IO, if it is not"
                            + " /socket.io/.")
    private String url;

    @Option(
            names = "--auth",
            paramLabel = "JSON",
            defaultValue = "",
            description = "An object to join namespaces with; @FILE and - work too.")
    private String auth = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long to wait for each answer (${DEFAULT-VALUE}).")
    private double timeout;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or junit (${DEFAULT-VALUE}).")
    private TrialReport.Format format = TrialReport.Format.TEXT;

    @Mixin private AllowedHosts hosts;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        Path contract = ContractFiles.readable(file, invocation);
        String with = auth.isEmpty() ? "" : Payloads.object(auth, "--auth", invocation);
        if (!(timeout > 0 && timeout <= LONGEST)) {
            throw CommandException.usage(
                    "--timeout must be a number of seconds up to " + LONGEST + ": is " + timeout);
        }
        TrialReport report = report(contract, server(), with, invocation);
        TrialReport.Format wanted = invocation.json() ? TrialReport.Format.JSON : format;
        invocation.line(report.text(wanted, invocation.console().terminal()));
        if (report.count(ContractTrial.Result.FAILED) > 0) {
            invocation.fail();
        }
    }

    private URI server() throws CommandException {
        try {
            URI server = new URI(url);
            if (server.getHost() != null
                    && ("http".equals(server.getScheme()) || "https".equals(server.getScheme()))) {
                return server;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw CommandException.usage(
                "--url must be an address such as http://localhost:9092: is " + url);
    }

    private TrialReport report(Path contract, URI server, String with, Invocation invocation)
            throws CommandException, InterruptedException {
        try {
            Duration limit = Duration.ofMillis(Math.max(1, Math.round(timeout * 1000)));
            return new TrialReport(
                    file,
                    url,
                    invocation
                            .need(ContractTrial.class)
                            .play(contract, server, with, limit, hosts.names()));
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(file + " cannot be tried: " + FileProblem.of(e));
        }
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.contract.JudgedFile;
import io.fastsocket.shell.contract.ReportFormat;
import io.fastsocket.spi.contract.ContractJudge;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code asyncapi validate}. */
@Command(
        description =
                "Say whether contracts, AsyncAPI documents, are valid. Each problem has its file, line"
                        + " and column, its path in the document and the rule. Exit code 1 if one is"
                        + " not valid; warnings alone leave it so. No server is needed.",
        footer = {
            "asyncapi validate asyncapi/hello.yaml",
            "asyncapi validate --strict asyncapi/*.yaml",
            "asyncapi validate --format sarif asyncapi/hello.yaml > hello.sarif"
        })
final class AsyncapiValidateCommand implements OperatorCommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "YAML or JSON, AsyncAPI 2.0 to 2.6, 3.0 or 3.1.")
    private List<String> files = List.of();

    @Option(
            names = "--strict",
            description = "Also what a plugin's contract must keep to for it to be deployed.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, junit or sarif (${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin private AllowedHosts hosts;

    @Override
    public void run(Invocation invocation)
            throws CommandException, InterruptedException, IOException {
        for (String name : files) {
            ContractFiles.readable(name, invocation);
        }
        ContractJudge judge = invocation.need(ContractJudge.class);
        List<JudgedFile> judged = new ArrayList<>();
        for (String name : files) {
            try {
                judged.add(
                        new JudgedFile(
                                name, judge.judge(invocation.file(name), strict, hosts.names())));
            } catch (IOException e) {
                throw CommandException.failed(name + " cannot be judged: " + FileProblem.of(e));
            }
        }
        ReportFormat wanted = invocation.json() ? ReportFormat.JSON : format;
        String version = invocation.services().property("fastsocket.version");
        invocation.line(wanted.report(judged, invocation.console().terminal(), version));
        if (!judged.stream().allMatch(file -> file.verdict().valid())) {
            invocation.fail();
        }
    }
}

package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.FileProblem;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.contract.ContractDownload;
import io.fastsocket.shell.contract.ContractStore;
import io.fastsocket.spi.contract.ContractRewriter;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.LiveContract.Form;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code asyncapi import}. */
@Command(
        description =
                "Keep a contract, in one piece, in var/contracts. If it is not what the newest version"
                        + " of that name is, it becomes the next one. No server is needed.",
        footer = {
            "asyncapi import asyncapi/hello.yaml",
            "asyncapi import --name orders build/contract.json",
            "asyncapi import --allow-host example.com https://example.com/orders.yaml"
        })
final class AsyncapiImportCommand implements OperatorCommand {

    @Parameters(
            paramLabel = "FILE",
            description = "A valid contract; a URL only of a host that --allow-host names.")
    private String file;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What it is called here; else as its file, without the ending.")
    private String name;

    @Mixin private AllowedHosts hosts;

    @Override
    public void run(Invocation invocation)
            throws CommandException, InterruptedException, IOException {
        String called = name == null ? nameOf(file) : name;
        if (!ContractStore.isName(called)) {
            throw CommandException.usage(
                    "--name must be given, of letters, digits, dots, dashes and underscores; it is "
                            + (called.isEmpty() ? "empty" : called));
        }
        if (!ContractDownload.isUrl(file)) {
            keep(invocation, called, ContractFiles.readable(file, invocation));
            return;
        }
        Path folder = Files.createTempDirectory("fastsocket-contract");
        Path fetched = folder.resolve(called + (file.endsWith(".json") ? ".json" : ".yaml"));
        try {
            Files.write(fetched, ContractDownload.of(file, hosts.names()));
            keep(invocation, called, fetched);
        } finally {
            Files.deleteIfExists(fetched);
            Files.delete(folder);
        }
    }

    private void keep(Invocation invocation, String called, Path contract)
            throws CommandException, InterruptedException {
        try {
            String text =
                    invocation
                            .need(ContractRewriter.class)
                            .bundle(contract, Form.YAML, hosts.names());
            ContractStore store = Contracts.store(invocation);
            int before = store.versions(called).size();
            ContractStore.Version version = store.add(called, text, Instant.now());
            boolean isNew = store.versions(called).size() > before;
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("name", called);
            facts.put("version", version.number());
            facts.put("new", isNew);
            facts.put("file", version.file().toString());
            invocation.print(
                    "%s, version %d%s"
                            .formatted(
                                    called,
                                    version.number(),
                                    isNew ? "" : ": nothing has changed since it was imported"),
                    facts);
        } catch (InvalidContractException e) {
            throw CommandException.failed(e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(file + " cannot be imported: " + FileProblem.of(e));
        }
    }

    /** {@code orders} of {@code api/orders.asyncapi.yaml}. */
    private static String nameOf(String file) {
        String last = file.replaceAll("[?#].*", "").replaceAll(".*[/\\\\]", "");
        int dot = last.indexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }
}

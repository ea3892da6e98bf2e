package io.fastsocket.shell;

import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {

    @Option(names = "--json", description = "Answer in JSON, for programs.", order = 1000)
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Tell how the command is used.",
            order = 1001)
    boolean help;
}

package io.fastsocket.shell;

import picocli.CommandLine.Option;

import java.util.Set;

/** The option of commands that may be led to the network by what they read. */
final class AllowedHosts {

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description =
                    "A host that may be asked for what $$ref leads to by http; can be given several"
                            + " times. Without it the network is not used.")
    private Set<String> hosts = Set.of();

    /** Their names; none without the option. */
    Set<String> names() {
        return hosts;
    }
}

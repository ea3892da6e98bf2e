package io.fastsocket.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which version this is, of FastSocket and of Java. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .println(
                        "FastSocket %s (Java %s)"
                                .formatted(Installation.find().version(), Runtime.version()));
    }
}

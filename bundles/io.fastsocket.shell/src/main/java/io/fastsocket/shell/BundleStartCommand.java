package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bundle start}. */
@Command(
        description = "Start a bundle of the runtime that was stopped.",
        footer = "bundle start transport")
final class BundleStartCommand implements OperatorCommand {

    @Parameters(paramLabel = "BUNDLE", description = "Its name, with or without io.fastsocket.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException {
        Bundle bundle = new RuntimeBundles(invocation.services().context()).find(name);
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            throw CommandException.failed(
                    bundle.getSymbolicName() + " did not start: " + e.getMessage());
        }
        RuntimeBundles.printState(bundle, invocation);
    }
}

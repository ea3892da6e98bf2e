package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bundle stop}. */
@Command(
        description =
                "Stop a bundle of the runtime. The others keep running; it runs again after bundle"
                        + " start, or when the server is started the next time.",
        footer = "bundle stop transport")
final class BundleStopCommand implements OperatorCommand {

    @Parameters(paramLabel = "BUNDLE", description = "Its name, with or without io.fastsocket.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException {
        BundleContext context = invocation.services().context();
        Bundle bundle = new RuntimeBundles(context).find(name);
        if (bundle.equals(context.getBundle())) {
            throw CommandException.failed(
                    "this is the bundle of these very commands; without it, nobody could start it"
                            + " again");
        }
        try {
            // Transient: a stop from the shell is not to outlive the process.
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            throw CommandException.failed(
                    bundle.getSymbolicName() + " has stopped with an error: " + e.getMessage());
        }
        RuntimeBundles.printState(bundle, invocation);
    }
}
